// AG Grid: rows that exist while they are in view, placed by transforms; cells that become editors; columns that are pinned.
import type { Interface } from './interface.ts';

export const grid: Interface = {
  name: 'the table AG Grid',
  page: `<!doctype html><div id="grid" style="height: 400px; width: 700px"></div><script src="/package/ag-grid-community/dist/ag-grid-community.min.js"></script>
    <script>var rows = Array.from({ length: 5000 }, (_, i) => ({ id: i, city: ['Berlin', 'Rome', 'Oslo'][i % 3], total: (i * 37) % 1000 }));
    var grid = agGrid.createGrid(document.querySelector('#grid'), { rowData: rows, animateRows: false, suppressColumnMoveAnimation: true, rowSelection: { mode: 'multiRow' },
      defaultColDef: { filter: true, editable: true, floatingFilter: true }, columnDefs: ['id', 'city', 'total'].map((field) => ({ field, width: 260 })) })</script>`,
  ready: `w.grid && w.document.querySelectorAll('.ag-row').length > 5 && w.document.querySelector('.ag-cell[col-id=id]').offsetWidth > 200`,
  steps: [
    {
      act: (frame) => frame.click('.ag-header-cell[col-id=total] .ag-header-cell-label'),
      done: `w.document.querySelector('[row-index="0"] [col-id=total]').textContent.trim() === '0'`,
    },
    {
      act: `(w) => w.grid.setFilterModel({ city: { filterType: 'text', type: 'equals', filter: 'Rome' } })`,
      done: `w.document.querySelector('[row-index="1"] [col-id=city]').textContent.trim() === 'Rome' && w.grid.getDisplayedRowCount() === 1667`,
    },
    {
      act: `(w) => w.grid.ensureIndexVisible(900, 'top')`,
      done: `w.document.querySelector('[row-index="900"]')`,
    },
    {
      async act(frame) {
        const cell = await frame.waitForSelector('[row-index="902"] [col-id=city]');
        await cell!.click({ count: 2 });
        const editor = await frame.waitForSelector('.ag-cell-inline-editing input');
        await editor!.type(' and more');
      },
      done: `w.document.querySelector('.ag-cell-inline-editing input')?.value.endsWith(' and more')`,
    },
    {
      act: `(w) => { w.grid.stopEditing(); w.grid.setColumnsPinned(['total'], 'left'); }`,
      done: `w.document.querySelector('.ag-cell[col-id=total]').getBoundingClientRect().left < 50`,
    },
    {
      act: `(w) => { w.grid.getDisplayedRowAtIndex(901).setSelected(true); w.grid.setFilterModel(null); w.grid.ensureIndexVisible(4900); }`,
      done: `w.document.querySelector('[row-index="4900"]')`,
    },
    {
      act: `(w) => w.grid.showColumnFilter('city')`,
      done: `w.document.querySelector('.ag-filter-menu .ag-filter-body')`,
    },
  ],
};
