// The booking's page.
import { mount } from 'svelte';
import Booking from './Booking.svelte';

mount(Booking, { target: document.querySelector('main') });
