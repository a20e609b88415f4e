// The law of fidelity in Chromium (holdLaw.ts). One file for each browser: they run beside each other.
import { launchChromium } from '../harness/chromium.ts';
import { holdLaw } from './holdLaw.ts';

holdLaw('Chromium', () => launchChromium(), true);
