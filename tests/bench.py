"""`make bench`: speed and memory, as ratios to the floor "spaCy tokenises the same texts".

Prints a Markdown table. Figures are one run on this machine; ratios travel better than times.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import psutil

from nlp.form import Form, form_from_dict, texts
from nlp.review import Reviewer, load_reviewer, review

EXAMPLES = json.loads(Path("service/web/contoh.json").read_text("utf-8"))
PORT = 8765
URL = f"http://127.0.0.1:{PORT}"


def two_rtl_form(example: str) -> dict[str, object]:
    """The example form with exactly two RTL."""
    form = dict(EXAMPLES[example]["value"])
    steps = form["tindak_lanjut"]
    form["tindak_lanjut"] = (steps * 2)[:2]
    return form


def timings(call: Callable[[], object], runs: int) -> list[float]:
    """Seconds of each run, sorted, after ten runs to warm up."""
    for _ in range(10):
        call()
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        found.append(time.perf_counter() - start)
    return sorted(found)


def percentile(values: list[float], share: float) -> float:
    """The value below which ``share`` of the sorted values lie."""
    return values[min(int(len(values) * share), len(values) - 1)]


def row(name: str, values: list[float], floor: float) -> str:
    """One line of the table: p50 and p99 in ms, calls a second, ratio of p50 to the floor."""
    p50, p99 = statistics.median(values), percentile(values, 0.99)
    rate = len(values) / sum(values)
    return f"| {name} | {p50 * 1e3:.2f} | {p99 * 1e3:.2f} | {rate:.0f} | {p50 / floor:.1f} × |"


def side_by_side(call: Callable[[], object], floor: Callable[[], object], runs: int) -> list[float]:
    """Like :func:`timings`, each run behind one of the floor, and the floor's median at its end.

    What else the machine does comes and goes; taken in turns it weighs on both alike.
    """
    took, below = [], []
    for at in range(runs + 10):
        start = time.perf_counter()
        floor()
        middle = time.perf_counter()
        call()
        if at >= 10:
            below.append(middle - start)
            took.append(time.perf_counter() - middle)
    return [*sorted(took), statistics.median(below)]


def in_process(name: str, call: Callable[[], object], floor: Callable[[], object]) -> str:
    """A line of the table for a call in this process."""
    *took, below = side_by_side(call, floor, 500)
    return row(name, took, below)


def tokenising(reviewer: Reviewer, form: Form) -> Callable[[], object]:
    """The floor: the lean tokenizer over the texts of the form."""
    raw = [text for _, _, text in texts(form)]

    def tokenise() -> None:
        with reviewer.pipeline.memory_zone():
            for text in raw:
                reviewer.pipeline(text)

    return tokenise


def without_rewrites(reviewer: Reviewer) -> Reviewer:
    """The same reviewer that finds and proposes nothing."""
    return replace(reviewer, rules=tuple(rule._replace(rewrite=None) for rule in reviewer.rules))


def per_finding(reviewer: Reviewer, form: Form) -> float:
    """Milliseconds that suggestions add for each finding that has any."""
    silent = without_rewrites(reviewer)
    *took, below = side_by_side(lambda: review(reviewer, form), lambda: review(silent, form), 200)
    mended = sum(bool(finding.suggestions) for finding in review(reviewer, form).findings)
    return (statistics.median(took) - below) * 1e3 / mended


def over_http(body: bytes, clients: int, floor: float) -> str:
    """The same form over HTTP with this many clients at once."""
    headers = {"content-type": "application/json"}

    def client(_: int) -> list[float]:
        with httpx.Client(base_url=URL, headers=headers, timeout=60) as http:
            return timings(lambda: http.post("/v1/review", content=body), max(200 // clients, 20))

    with ThreadPoolExecutor(clients) as pool:
        start = time.perf_counter()
        several = list(pool.map(client, range(clients)))
        elapsed = time.perf_counter() - start
    values = sorted(value for found in several for value in found)
    rate = (len(values) + 10 * clients) / elapsed
    p50, p99 = statistics.median(values), percentile(values, 0.99)
    name = f"HTTP, {clients} klien" if clients > 1 else "HTTP, 1 klien"
    return f"| {name} | {p50 * 1e3:.2f} | {p99 * 1e3:.2f} | {rate:.0f} | {p50 / floor:.1f} × |"


def start_server() -> tuple[subprocess.Popen[bytes], float, float]:
    """A server on its own, the seconds until it was ready, and its resident memory in MB."""
    start = time.perf_counter()
    server = subprocess.Popen(
        [str(Path(sys.executable).with_name("cermat")), "serve", "--port", str(PORT)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ,
    )
    while server.poll() is None:
        try:
            if httpx.get(f"{URL}/readyz").status_code == 200:
                break
        except httpx.TransportError:
            time.sleep(0.02)
    ready = time.perf_counter() - start
    return server, ready, psutil.Process(server.pid).memory_info().rss / 1e6


def main() -> None:
    """Measure everything and print the table."""
    reviewer = load_reviewer()
    good, faulty = (two_rtl_form(name) for name in ("baik", "perlu_perbaikan"))
    fine, wrong = (form_from_dict(dict(form)) for form in (good, faulty))
    tokenise = tokenising(reviewer, fine)
    floor = statistics.median(timings(tokenise, 1000))
    lines = [
        "| | p50 ms | p99 ms | per detik | terhadap lantai |",
        "| --- | ---: | ---: | ---: | ---: |",
        in_process("lantai: tokenisasi spaCy", tokenise, tokenise),
        in_process("tinjauan tanpa temuan", lambda: review(reviewer, fine), tokenise),
        in_process("tinjauan dengan saran", lambda: review(reviewer, wrong), tokenise),
    ]
    cost = per_finding(reviewer, wrong)
    server, ready, _ = start_server()
    try:
        body = json.dumps(good).encode()
        lines += [over_http(body, 1, floor), over_http(body, 32, floor)]
        memory = psutil.Process(server.pid).memory_info().rss / 1e6
    finally:
        server.terminate()
        server.wait()
    print(f"{date.today()}, {platform.machine()}, {os.cpu_count()} CPU, Python "
          f"{platform.python_version()}\n")  # fmt: skip
    print("\n".join(lines))
    print(f"\nSaran: {cost:.1f} ms untuk setiap temuan yang mendapatnya.")
    print(f"Mulai hingga siap: {ready:.1f} detik; memori satu proses: {memory:.0f} MB.")


if __name__ == "__main__":
    main()
