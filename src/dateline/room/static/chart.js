// Attention as a chart on which a stretch of time can be chosen by dragging. Without it the bars are links.
(() => {
  const day = 86400;
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const at = (iso) => Date.parse(`${iso}T00:00:00Z`) / 1000;
  const iso = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);

  function end(start, every) {
    const date = new Date(start * 1000);
    if (every === "month") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 1000 - day;
    return start + (every === "week" ? 6 * day : 0);
  }
  function label(start, every) {
    const date = new Date(start * 1000);
    const month = `${names[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
    if (every === "month") return month;
    return `${every === "week" ? "week of " : ""}${date.getUTCDate()} ${month}`;
  }

  function ticks(splits, step) {
    let year = null;
    return splits.map((split) => {
      const date = new Date(split * 1000);
      const other = date.getUTCFullYear() !== year;
      year = date.getUTCFullYear();
      if (step >= 365 * day) return `${year}`;
      const month = names[date.getUTCMonth()];
      if (step >= 28 * day) return other ? `${month} ${year}` : month;
      return `${date.getUTCDate()} ${month}`;
    });
  }

  function draw(figure) {
    const { every, starts, counts } = JSON.parse(figure.dataset.chart);
    const plot = figure.querySelector(".plot");
    const xs = starts.map(at);
    if (typeof uPlot === "undefined" || xs.length < 2) return;
    const told = document.createElement("p");
    told.className = "told";
    told.textContent = "Drag over the chart to choose a stretch of time.";
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const axis = { stroke: colour("--soft"), font: `12px ${colour("--sans")}`, ticks: { show: false } };
    const step = every === "month" ? 30 * day : every === "week" ? 7 * day : day;
    const options = {
      width: plot.clientWidth,
      height: plot.clientHeight,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
      legend: { show: false },
      padding: [8, 8, 0, 0],
      cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
      scales: { x: { range: [xs[0] - step * 0.6, xs.at(-1) + step * 0.6] }, y: { range: (_, low, high) => [0, Math.max(1, high)] } },
      axes: [
        { ...axis, grid: { show: false }, space: 72, size: 24, values: (_, splits, __, ___, step) => ticks(splits, step) },
        { ...axis, grid: { stroke: colour("--rule"), width: 1 }, size: 40, space: 32, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 1e5, 1e6] },
      ],
      series: [{}, { fill: colour("--accent"), width: 0, paths: uPlot.paths.bars({ size: [0.85, 40, 1] }), points: { show: false } }],
      hooks: {
        setCursor: [(chart) => {
          const index = chart.cursor.idx;
          if (index != null) told.textContent = `${label(xs[index], every)}: ${counts[index].toLocaleString("en")}`;
        }],
        setSelect: [(chart) => {
          if (chart.select.width < 4) return;
          const low = chart.posToVal(chart.select.left, "x");
          const high = chart.posToVal(chart.select.left + chart.select.width, "x");
          const chosen = xs.filter((x) => x >= low - step / 2 && x <= high + step / 2);
          if (chosen.length) go(figure, chosen[0], end(chosen.at(-1), every), every);
        }],
      },
    };
    plot.replaceChildren();
    plot.classList.add("drawn");
    const chart = new uPlot(options, [xs, counts], plot);
    chart.over.addEventListener("click", () => {
      if (chart.select.width < 4 && chart.cursor.idx != null) go(figure, xs[chart.cursor.idx], end(xs[chart.cursor.idx], every), every);
    });
    figure.querySelector(".told")?.remove();
    figure.append(told);
    new ResizeObserver(() => chart.setSize({ width: plot.clientWidth, height: plot.clientHeight })).observe(plot);
  }
  function go(figure, from, to, every) {
    const cut = every === "month" ? 7 : 10;
    const address = new URL(figure.dataset.href || location.href, location.href);
    address.searchParams.set("from", iso(from).slice(0, cut));
    address.searchParams.set("to", iso(to).slice(0, cut));
    address.searchParams.delete("cursor");
    location.href = address;
  }
  const figures = document.querySelectorAll(".attention");
  figures.forEach(draw);
  document.addEventListener("themechange", () => figures.forEach(draw));
})();
