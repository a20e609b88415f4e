// How the appointment's form looks.
export const template = `
  <h1>Book an appointment</h1>
  <form [formGroup]="form" (ngSubmit)="book()">
    <p>
      <label>User name <input formControlName="user" autocomplete="off" /></label>
      @if (form.controls.user.pending) { <small>Asking…</small> }
      @else if (has('user', 'taken')) { <small role="alert">This name is taken</small> }
      @else if (form.controls.user.valid) { <small>This name is free</small> }
    </p>
    <p>
      <label>Phone <input formControlName="phone" type="tel" /></label>
      @if (has('phone', 'pattern')) { <small role="alert">Nine digits</small> }
    </p>
    <fieldset formGroupName="dates">
      <legend>When</legend>
      <label>From <input formControlName="from" type="date" min="2031-01-01" /></label>
      <label>To <input formControlName="to" type="date" /></label>
      <label>At <input formControlName="at" type="time" /></label>
      @if (has('dates', 'order')) { <small role="alert">It ends before it begins</small> }
    </fieldset>
    <p>
      <label>Office
        <select formControlName="office">
          @for (office of offices; track office) { <option [ngValue]="office">{{ office }}</option> }
        </select>
      </label>
      <label>Parts
        <select formControlName="parts" multiple size="3">
          @for (part of parts; track part) { <option [ngValue]="part">{{ part }}</option> }
        </select>
      </label>
    </p>
    <fieldset>
      <legend>How</legend>
      <label><input formControlName="way" type="radio" value="visit" /> {{ ways.visit }}</label>
      <label><input formControlName="way" type="radio" value="phone" /> {{ ways.phone }}</label>
    </fieldset>
    <app-guests [guests]="form.controls.guests" />
    <p><label><input formControlName="remind" type="checkbox" /> Remind me</label></p>
    <p role="status">{{ words() }}</p>
    <button type="submit">Book</button>
  </form>
  @if (booked(); as user) { <p>Booked for {{ user }}</p> }
`;
