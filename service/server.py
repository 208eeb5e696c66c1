"""Running the application under uvicorn, in one process or several."""

import http.client
import os
import socket
import tempfile
import threading

import uvicorn
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from service.logs import LOG_CONFIG

SHUTDOWN_SECONDS = 30


def run(host: str, port: int, workers: int) -> int:
    """Serve until told to stop; returns an exit code.

    Once the reviewer is loaded, one line on standard output tells the address; 3 means that it
    could not be, and the log says why. Raises ``OSError`` when the address cannot be bound.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listening, tempfile.TemporaryDirectory() as shared:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()
        listening.set_inheritable(True)
        if workers > 1:  # read by prometheus_client: all processes count together
            os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", shared)
        config = uvicorn.Config(
            "service.app:create_app",
            factory=True,
            log_config=LOG_CONFIG,
            access_log=False,
            server_header=False,
            ws="none",
            workers=workers,
            timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        )
        address = (_reachable(host), listening.getsockname()[1])
        threading.Thread(target=_announce, args=address, daemon=True).start()
        if workers > 1:
            supervisor = Multiprocess(config, sockets=[listening])
            supervisor.run()
            failed = any(worker.exitcode == STARTUP_FAILURE for worker in supervisor.processes)
            return STARTUP_FAILURE if failed else 0
        server = uvicorn.Server(config)
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:
            return 130
        return 0 if server.started else STARTUP_FAILURE


def _reachable(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)


def _announce(host: str, port: int) -> None:
    """Say where the service is as soon as it answers that it is ready."""
    connection = http.client.HTTPConnection(host, port)
    try:
        connection.request("GET", "/readyz")
        ready = connection.getresponse().status == http.client.OK
    except OSError:
        return
    finally:
        connection.close()
    if ready:
        name = f"[{host}]" if ":" in host else host
        print(f"cermat siap: buka http://{name}:{port}", flush=True)
