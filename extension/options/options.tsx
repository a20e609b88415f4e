// The panel's entry.
import { render } from 'preact';
render(<main>Alongside</main>, document.getElementById('app')!);
