// Who sends, to whom, and when.
import { $ } from 'jquery';
import './completes.js';
import { keep, parcel } from './parcel.js';

for (const [name, value] of Object.entries(parcel.who)) $(`[name=${name}]`).val(value);

$(document)
  .on('click', '.days a', (event) => {
    event.preventDefault();
    const days = Array.from({ length: 28 }, (_, at) =>
      $('<button type="button">')
        .attr('aria-label', `Day ${at + 1}`)
        .text(at + 1),
    );
    $('<div class="below" id="days">').append(days).appendTo('.days');
  })
  .on('click', '#days button', function () {
    $('[name=day]')
      .val(`2031-02-${$(this).text().padStart(2, '0')}`)
      .trigger('change');
    $('#days').remove();
  })
  .on('change', 'input', (event) => keep(`${event.target.name}=${event.target.value}`))
  .on('submit', 'form', function (event) {
    $('.needed').remove();
    $('[data-needed]')
      .filter((_, field) => !$(field).val())
      .first()
      .trigger('focus')
      .end()
      .closest('label')
      .after('<b class="needed"> Needed</b>');
    if ($('.needed').length > 0) return event.preventDefault();
    parcel.who = Object.fromEntries(
      $(this)
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    keep('who');
  });
