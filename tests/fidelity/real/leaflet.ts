// Leaflet: a map of tiles that are placed by transforms and come and go.
import type { Interface } from './interface.ts';

export const leaflet: Interface = {
  name: 'the map Leaflet',
  page: `<!doctype html><link rel="stylesheet" href="/package/leaflet/dist/leaflet.css"><div id="map" style="height: 400px"></div>
    <script src="/package/leaflet/dist/leaflet.js"></script><script>var map = L.map('map', { fadeAnimation: false, zoomAnimation: false, inertia: false }).setView([52, 13], 5);
    L.tileLayer('/package/leaflet/dist/images/layers.png?{z}/{x}/{y}').addTo(map); var marker = L.marker([52, 13]).addTo(map).bindPopup('<b>Depot</b> Berlin');
    L.polyline([[50, 10], [53, 15]], { color: 'red' }).addTo(map)</script>`,
  ready: `w.map && w.document.querySelectorAll('.leaflet-tile-loaded').length > 4`,
  steps: [
    { act: `(w) => w.marker.openPopup()`, done: `w.document.querySelector('.leaflet-popup')` },
    {
      act: `(w) => { w.map.closePopup(); w.map.panBy([260, 120], { animate: false }); w.map.setZoom(7, { animate: false }); }`,
      done: `w.map.getZoom() === 7 && !w.document.querySelector('.leaflet-tile:not(.leaflet-tile-loaded)')`,
    },
    {
      act: (frame) => frame.click('.leaflet-control-zoom-in'),
      done: `w.map.getZoom() === 8 && !w.document.querySelector('.leaflet-tile:not(.leaflet-tile-loaded)')`,
    },
    {
      act: `(w) => { w.marker.remove(); w.L.circle([52, 13], { radius: 20000 }).addTo(w.map); w.map.flyTo([48, 11], 6, { animate: false }); }`,
      done: `w.map.getZoom() === 6 && !w.document.querySelector('.leaflet-tile:not(.leaflet-tile-loaded)')`,
    },
  ],
};
