// A list below a field that completes what is typed: by mouse, or by arrows and Enter.
import { $ } from 'jquery';

const towns = ['Bergen', 'Bern', 'Berlin', 'Madrid', 'Malmö', 'Maribor', 'Oslo'];

const listOf = (field) => $(field).closest('p').find('ul');
const close = (field) => listOf(field).remove();

function open(field) {
  close(field);
  const typed = String($(field).val()).toLowerCase();
  const found = towns.filter((town) => typed && town.toLowerCase().startsWith(typed)).sort();
  if (found.length === 0) return;
  const items = found.map((town) => $('<li>').text(town));
  $('<ul class="below">').append(items).appendTo($(field).closest('p'));
}

function take(field, town) {
  $(field).val(town).trigger('change');
  close(field);
}

$(document)
  .on('input', '[data-completes]', (event) => open(event.target))
  .on('blur', '[data-completes]', (event) => close(event.target))
  .on('keydown', '[data-completes]', (event) => {
    const items = listOf(event.target).find('li');
    const at = items.index(items.filter('.active'));
    if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      take(event.target, items.eq(at).text());
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || items.length === 0) return;
    event.preventDefault();
    items
      .removeClass('active')
      .eq((at + step + items.length) % items.length)
      .addClass('active');
  })
  // The field would lose the focus, and the list would be gone before the click.
  .on('mousedown', '.completes li', (event) => event.preventDefault())
  .on('mouseenter', '.completes li', (event) =>
    $(event.target).addClass('active').siblings().removeClass('active'),
  )
  .on('click', '.completes li', (event) => {
    take($(event.target).closest('p').find('input'), $(event.target).text());
  });
