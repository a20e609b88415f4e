// The appointment's form.
import { Component, computed, inject, signal } from '@angular/core';
import { FormArray, FormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import type { FormControl } from '@angular/forms';
import { toSignal } from '@angular/core/rxjs-interop';
import { Guests } from './Guests.ts';
import { template } from './template.ts';
import { inOrder, isFree } from './validators.ts';

@Component({ selector: 'app-appointment', imports: [ReactiveFormsModule, Guests], template })
export class Appointment {
  private readonly build = inject(FormBuilder).nonNullable;

  readonly offices = ['Old town', 'Harbour', 'Station'];
  readonly parts = ['Door', 'Stairs', 'Window'];
  readonly ways = { visit: 'In person', phone: 'By phone' };
  readonly booked = signal('');

  readonly form = this.build.group({
    user: [
      '',
      { validators: [Validators.required, Validators.minLength(3)], asyncValidators: isFree },
    ],
    phone: ['', { validators: Validators.pattern(/^(\d *){9}$/), updateOn: 'blur' }],
    dates: this.build.group({ from: '', to: '', at: '09:00' }, { validators: inOrder }),
    office: this.build.control<string | null>(null, Validators.required),
    parts: this.build.control<string[]>([]),
    way: 'visit',
    guests: new FormArray<FormControl<string>>([]),
    remind: false,
  });

  private readonly status = toSignal(this.form.statusChanges, { initialValue: this.form.status });
  private readonly told = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  readonly words = computed(() => {
    this.told();
    return this.status() === 'VALID' ? 'Everything is filled in' : 'Something is missing';
  });

  constructor() {
    const { form, booked } = this;
    Object.assign(window, {
      appState: () => ({
        value: form.getRawValue(),
        status: form.status,
        dirty: Object.entries(form.controls)
          .filter(([, { dirty }]) => dirty)
          .map(([name]) => name),
        touched: Object.entries(form.controls)
          .filter(([, { touched }]) => touched)
          .map(([name]) => name),
        booked: booked(),
      }),
    });
  }

  has(path: string, error: string): boolean {
    const control = this.form.get(path);
    return control !== null && control.dirty && control.hasError(error);
  }

  book(): void {
    if (this.form.valid) this.booked.set(this.form.controls.user.value);
    else this.form.markAllAsTouched();
  }
}
