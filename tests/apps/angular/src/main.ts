// The appointment's page.
import '@angular/compiler';
import { bootstrapApplication } from '@angular/platform-browser';
import { Appointment } from './Appointment.ts';

void bootstrapApplication(Appointment);
