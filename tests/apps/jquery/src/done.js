// The end.
import { $ } from 'jquery';
import { keep, parcel } from './parcel.js';

keep('sent');
$('h1').text(`On its way from ${parcel.who.sender} in ${parcel.who.from} to ${parcel.who.to}`);
