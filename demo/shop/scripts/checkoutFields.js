// Shows under each checkout field what is wrong with it, and takes the words away once it is right.
import { problemWith } from './checkoutRules.js';
import { byId } from './element.js';

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/**
 * @param {Field} field
 * @param {string} country
 * @returns {string | undefined} nothing too for a field that is put away
 */
export const problemIn = (field, country) =>
  field.closest('[hidden]:not([data-step])')
    ? undefined
    : problemWith(field.name, field.value, { country, today: new Date() });

/**
 * @param {Field} field
 * @param {string} country
 */
export function judgeField(field, country) {
  const problem = problemIn(field, country);
  const words = byId(`${field.id}-problem`, HTMLElement);
  words.hidden = problem === undefined;
  words.textContent = problem ?? '';
  if (problem === undefined) field.removeAttribute('aria-invalid');
  else field.setAttribute('aria-invalid', 'true');
}

/**
 * @param {ParentNode} step
 * @returns {Field[]} those that have rules of their own
 */
export const fieldsIn = (step) =>
  [...step.querySelectorAll('input[aria-describedby], select[aria-describedby]')].filter(
    (field) => field instanceof HTMLInputElement || field instanceof HTMLSelectElement,
  );
