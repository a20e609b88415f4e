// What the form is checked by: across fields, and by asking whether a name is free.
import type { AbstractControl, AsyncValidatorFn, ValidationErrors } from '@angular/forms';
import { map, timer } from 'rxjs';

const taken = new Set(['sam', 'admin']);

/** A server's answer, a moment later. */
export const isFree: AsyncValidatorFn = ({ value }: AbstractControl<string>) =>
  timer(40).pipe(map(() => (taken.has(value) ? { taken: true } : null)));

export function inOrder(group: AbstractControl): ValidationErrors | null {
  const { from, to } = group.value as { from: string; to: string };
  return from && to && to < from ? { order: true } : null;
}
