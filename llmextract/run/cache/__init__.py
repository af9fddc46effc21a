"""The reply cache: what a model said is kept on disk, so that no call is paid for twice."""

from llmextract.run.cache.cached import Cached
from llmextract.run.cache.entry import settings_digest

__all__ = ["Cached", "settings_digest"]
