"""Where this service is reached, for links and files that name it."""

import re

from starlette.requests import Request

from service.settings import settings

# The Host header is whatever the sender likes: nothing but a plain host and port is believed.
_LABEL = r"[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}(?:\.{_LABEL})*\.?|\[[0-9a-f:.]{{2,45}}\])(?::([0-9]{{1,5}}))?")
_LONGEST = 260


def address_of(request: Request) -> str | None:
    """The address without a slash at its end, such as ``http://127.0.0.1:8000``.

    ``CERMAT_PUBLIC_URL`` when it is set; else the request's scheme and Host header, or None when
    that header names no plain host.
    """
    if settings.public_url:
        return settings.public_url
    if len(request.headers.getlist("host")) != 1:
        return None
    host = request.headers["host"].lower()
    found = _HOST.fullmatch(host) if len(host) <= _LONGEST else None
    if found is None or int(found[1] or 80) not in range(1, 65536):
        return None
    return f"{request.url.scheme}://{host}"
