// The law of fidelity in Firefox (holdLaw.ts). One file for each browser: they run beside each other.
import { launchFirefox } from '../harness/firefox.ts';
import { holdLaw } from './holdLaw.ts';

holdLaw('Firefox', () => launchFirefox(), false);
