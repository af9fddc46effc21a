"""What a model is asked: the wire model, the prompt, the request and the reply."""
