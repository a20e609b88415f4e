// Who else comes: as many fields as there are guests.
import { Component, Input } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import type { FormArray } from '@angular/forms';

@Component({
  selector: 'app-guests',
  imports: [ReactiveFormsModule],
  template: `
    <fieldset>
      <legend>Guests: {{ guests.length }}</legend>
      @for (guest of guests.controls; track guest; let at = $index) {
        <p>
          <label>Guest {{ at + 1 }} <input [formControl]="guest" /></label>
          <button
            type="button"
            [attr.aria-label]="'Remove guest ' + (at + 1)"
            (click)="guests.removeAt(at)"
          >
            ×
          </button>
        </p>
      }
      <button type="button" (click)="add()">Add a guest</button>
    </fieldset>
  `,
})
export class Guests {
  // A signal would need the compiler that runs ahead of time.
  @Input({ required: true }) guests!: FormArray<FormControl<string>>;

  add(): void {
    this.guests.push(new FormControl('', { nonNullable: true, validators: Validators.required }));
  }
}
