"""The national page in Chromium beside a stock page of pyvis: first paint and frames a second.

Each figure is the median of fresh pages, opened from a disk without a network. The stock page is
pyvis as its documentation shows it: 1,000 nodes, physics on, everything in one file, so that it draws
offline at all. First paint is the frame after the first shape drawn on the canvas. What another process
does weighs on all pages alike.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.chromium import chromium
from bench.nation import shipped_nation, synthetic_nation
from visualize.national import nation_page, write_nation

STOCK_NODES = 1_000
FIRST_SHAPE = """(() => {
  const own = CanvasRenderingContext2D.prototype.fill;
  CanvasRenderingContext2D.prototype.fill = function (...given) {
    if (!window.firstPaint && this.canvas.isConnected) {
      window.firstPaint = -1;
      requestAnimationFrame(() => { window.firstPaint = performance.now(); });
    }
    return own.apply(this, given);
  };
})();"""
"""Notes the frame after the first shape that is drawn on a canvas of the page."""

PANNING = """(network) => new Promise((done) => {
  const { x, y } = network.getViewPosition();
  const began = performance.now();
  let frames = 0;
  function step(now) {
    frames += 1;
    const shift = 200 * Math.sin((now - began) / 200);
    network.moveTo({ position: { x, y: y + 200 + shift } });
    if (now - began < 2000) requestAnimationFrame(step);
    else done((frames * 1000) / (now - began));
  }
  requestAnimationFrame(step);
})"""
"""Frames a second while the view moves up and down for two seconds, redrawn each time."""


def compare_pages(times: int, units: int) -> None:
    """Print what the pages take, each figure with its target; `units`: of the larger synthetic nation.

    Fewer `units` make the synthetic nations small, and the stock page with them.
    """
    nation, nodes = shipped_nation(), min(STOCK_NODES, units // 10)
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        ours, stock = Path(name) / "china.html", Path(name) / "stock.html"
        write_nation(nation, ours)
        stock.write_text(stock_page(nodes), encoding="utf-8")
        size = ours.stat().st_size
        print(f"national page of {len(nation.units):,} units: {size:,} bytes (at most 2,200,000)")
        _compare_paint(browser, ours, stock, times, nodes)
    _tell_building(times, units)


def stock_page(count: int) -> str:
    """A page of stock pyvis: a random tree with the physics that it comes with."""
    network = import_module("pyvis.network").Network(cdn_resources="in_line")
    chance = random.Random(1)
    for number in range(count):
        network.add_node(number, label=f"Unit {number}")
    for number in range(1, count):
        network.add_edge(chance.randrange(number), number)
    return str(network.generate_html())


@contextmanager
def _opened(browser: Any, path: Path) -> Iterator[Any]:
    """A fresh page that has painted."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(600_000)
    page.add_init_script(FIRST_SHAPE)
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_function("() => window.firstPaint > 0")
    yield page
    context.close()


def _compare_paint(browser: Any, ours: Path, stock: Path, times: int, nodes: int) -> None:
    """First paint and panning of both pages, one after the other in each round."""
    paint: dict[Path, list[float]] = {ours: [], stock: []}
    frames: dict[Path, list[float]] = {ours: [], stock: []}
    for _ in range(times):
        for path, network in ((ours, "nation.network"), (stock, "network")):
            with _opened(browser, path) as page:
                paint[path].append(float(page.evaluate("window.firstPaint")))
                frames[path].append(float(page.evaluate(f"({PANNING})({network})")))
    middle = {path: statistics.median(found) for path, found in paint.items()}
    print(
        f"first paint: {middle[ours]:.0f} ms, stock pyvis with {nodes:,} nodes"
        f" {middle[stock]:.0f} ms: {middle[stock] / middle[ours]:.0f} times as fast (at least 80)"
    )
    shown = {path: statistics.median(found) for path, found in frames.items()}
    print(f"panning: {shown[ours]:.0f} frames/s (at least 50), stock {shown[stock]:.0f}")


def _tell_building(times: int, units: int) -> None:
    small, large = synthetic_nation(units // 10), synthetic_nation(units)
    pairs = [
        (_seconds(lambda: nation_page(large)), _seconds(lambda: nation_page(small)))
        for _ in range(times)
    ]
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"building {units:,} units / {units // 10:,} units: {ratio:.1f} times (under 12)")


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
