"""The address of an endpoint: a name and a password may stand in it, for a gateway."""

import re
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

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


def proxy_of(url: str) -> str:
    """Host and port of the proxy that the environment names for an address; "" where there is none.

    A name and a password may stand in it too.
    """
    try:
        to = urlsplit(url)
        proxies = getproxies()
        proxy = proxies.get(to.scheme) or proxies.get("all") or ""
        by = urlsplit(proxy if "//" in proxy else f"//{proxy}")
        port = f":{by.port}" if by.port else ""
    except ValueError:
        return ""
    if not by.hostname or proxy_bypass(to.hostname or ""):
        return ""
    return f"{by.hostname}{port}"
