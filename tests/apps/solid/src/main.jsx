// The orders' page.
import { render } from 'solid-js/web';
import { Orders } from './Orders.jsx';

render(() => <Orders />, document.querySelector('main'));
