"""The address of an endpoint: a name and a password may stand in it, for a gateway."""

import re
from urllib.parse import unquote, urlsplit

_USER = re.compile(r"//[^/?#]*@")


def without_user(url: str) -> str:
    """The address as it may be shown and kept."""
    return _USER.sub("//", url)


def password_of(url: str) -> str:
    """The password in an address; "" where there is none."""
    try:
        return unquote(urlsplit(url).password or "")
    except ValueError:  # half a bracket: no call leaves for it
        return ""
