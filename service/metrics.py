"""What Prometheus scrapes: counts and durations, labelled by route, status and rule only."""

import os
from collections.abc import Iterable

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

from nlp.finding import Finding

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)

disable_created_metrics()  # type: ignore[no-untyped-call]

__all__ = ["CONTENT_TYPE_LATEST", "Metrics"]


class Metrics:
    """The counters of one application."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "cermat_requests",
            "Permintaan menurut rute dan status",
            ("route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "cermat_request_seconds",
            "Lama permintaan dalam detik",
            ("route",),
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._findings = Counter(
            "cermat_findings", "Temuan menurut aturan", ("rule",), registry=self._registry
        )
        self._rejected = Counter(
            "cermat_suggestions_rejected",
            "Rumusan saran yang gagal diperiksa ulang dan tidak ditampilkan",
            registry=self._registry,
        )
        self._reload_failures = Counter(
            "cermat_reload_failures",
            "Model terpilih yang ditolak saat dimuat",
            registry=self._registry,
        )

    def request(self, route: str, status: int, seconds: float) -> None:
        """Count one answered request; ``route`` is a path template, never a path."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def findings(self, found: Iterable[Finding]) -> None:
        """Count findings by rule. Of a form that triage marks the caller counts nothing."""
        for finding in found:
            self._findings.labels(finding.rule).inc()

    def rejected(self, suggestions: int) -> None:
        """Count candidate suggestions that failed their proof; of a marked form nothing."""
        self._rejected.inc(suggestions)

    def reload_failed(self) -> None:
        """Count a champion that was refused."""
        self._reload_failures.inc()

    def render(self) -> bytes:
        """The text format; of all worker processes when there are several."""
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(self._registry)
        every = CollectorRegistry()
        MultiProcessCollector(every)  # type: ignore[no-untyped-call]
        return generate_latest(every)
