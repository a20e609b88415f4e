// What is sent, and how. The things are sorted by dragging them with the mouse, as old plug-ins do: no drag events.
import { $ } from 'jquery';
import { keep, parcel } from './parcel.js';

function show() {
  const rows = parcel.things.map((thing, at) =>
    $('<li>').append(
      `${at + 1}. `,
      $('<span>').text(thing),
      $('<button type="button">').attr('aria-label', `Take out ${thing}`).text('×'),
    ),
  );
  $('#things').empty().append(rows);
  $('#sum').text(`${rows.length} things`);
}

function count() {
  $('#count').text(`${$('[name=tell]:checked').length} of 3 options`);
  parcel.rest = $('#rest')
    .serializeArray()
    .map(({ name, value }) => `${name}=${value}`);
  keep('rest');
}

let carried = null;

$(document)
  .on('submit', '#add', (event) => {
    event.preventDefault();
    const thing = $('[name=thing]').val().trim();
    if (thing) parcel.things.push(thing);
    $('[name=thing]').val('').trigger('focus');
    keep('added');
    show();
  })
  .on('click', '#things button', function () {
    parcel.things.splice($(this).closest('li').index(), 1);
    keep('taken out');
    show();
  })
  .on('mousedown', '#things li', function (event) {
    if ($(event.target).is('button')) return;
    event.preventDefault();
    carried = $(this).addClass('carried');
  })
  .on('mousemove', '#things li', function () {
    if (!carried || carried[0] === this) return;
    if ($(this).index() < carried.index()) carried.insertBefore(this);
    else carried.insertAfter(this);
  })
  .on('mouseup', () => {
    if (!carried) return;
    carried = null;
    parcel.things = $('#things span')
      .map((_, { textContent }) => textContent)
      .get();
    keep('sorted');
    show();
  })
  .on('change', '#all', (event) => {
    $('[name=tell]').prop('checked', event.target.checked).first().trigger('change');
  })
  .on('change', '#rest :input:not(#all)', () => {
    $('#all').prop('checked', $('[name=tell]:not(:checked)').length === 0);
    count();
  });

for (const pair of parcel.rest) {
  const [name, value] = pair.split('=');
  $(`[name=${name}]`).filter(`[value=${value}]`).prop('checked', true);
  $(`select[name=${name}] option[value=${value}]`).prop('selected', true);
}
show();
count();
