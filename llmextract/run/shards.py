"""Shards: shares of an input that are the same wherever and whenever they are taken."""

import hashlib
from typing import NamedTuple


class Shard(NamedTuple):
    """One of `of` shares, numbered from 1.

    An article belongs to the share that the first eight bytes of the SHA-256 of its id give, as a
    number, modulo `of`. So its share depends on neither the order nor the number of articles, and
    two articles of one id fall into one share, where they are told.
    """

    number: int
    of: int

    def holds(self, identity: str) -> bool:
        """Whether the article of this id belongs to the share."""
        digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8], "big") % self.of == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"
