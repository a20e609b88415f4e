// The account page: shows and hides passwords, and answers its two forms.
import { byId } from './element.js';
import { toast } from './toast.js';

for (const toggle of document.querySelectorAll('.toggle')) {
  toggle.addEventListener('click', () => {
    const field = byId(toggle.getAttribute('aria-controls') ?? '', HTMLInputElement);
    const shown = field.type === 'password';
    field.type = shown ? 'text' : 'password';
    toggle.setAttribute('aria-pressed', String(shown));
    toggle.textContent = shown ? 'Hide' : 'Show';
  });
}
byId('sign-in', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  toast('You are signed in');
});
byId('create-account', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  toast('Your account is ready');
});
