// Chart.js: a chart on a canvas, sized to what holds it.
import type { Interface } from './interface.ts';

export const chart: Interface = {
  name: "Chart.js's canvas keeps its place",
  page: `<!doctype html><div style="width: 500px; height: 260px"><canvas id="chart"></canvas></div><p>after</p><script src="/package/chart.js/dist/chart.umd.min.js"></script>
    <script>var chart = new Chart('chart', { type: 'bar', data: { labels: ['a', 'b'], datasets: [{ label: 'n', data: [1, 2] }] }, options: { animation: false, maintainAspectRatio: false } })</script>`,
  ready: `w.chart && w.document.querySelector('canvas').offsetHeight === 260`,
  steps: [
    {
      act: `(w) => { w.document.querySelector('div').style.width = '320px'; w.chart.data.datasets[0].data.push(3); w.chart.update(); }`,
      done: `w.document.querySelector('canvas').offsetWidth === 320`,
    },
  ],
};
