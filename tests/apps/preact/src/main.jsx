// The chat's page.
import { render } from 'preact';
import { Chat } from './Chat.jsx';

render(<Chat />, document.querySelector('main'));
