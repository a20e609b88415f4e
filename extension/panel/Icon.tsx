// One icon of the set (Lucide, ISC licence). It never carries the name: its button does.
import { h } from 'preact';
import appWindow from 'lucide-static/icons/app-window.svg?raw';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevron from 'lucide-static/icons/chevron-up.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import eraser from 'lucide-static/icons/eraser.svg?raw';
import eyeOff from 'lucide-static/icons/eye-off.svg?raw';
import hand from 'lucide-static/icons/hand.svg?raw';
import keyRound from 'lucide-static/icons/key-round.svg?raw';
import loader from 'lucide-static/icons/loader-circle.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import message from 'lucide-static/icons/message-square-text.svg?raw';
import monitorOff from 'lucide-static/icons/monitor-off.svg?raw';
import pointer from 'lucide-static/icons/mouse-pointer-2.svg?raw';
import click from 'lucide-static/icons/mouse-pointer-click.svg?raw';
import panelRight from 'lucide-static/icons/panel-right-open.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import reload from 'lucide-static/icons/rotate-cw.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import outline from 'lucide-static/icons/square-dashed-mouse-pointer.svg?raw';
import stop from 'lucide-static/icons/circle-stop.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';
import zoomIn from 'lucide-static/icons/zoom-in.svg?raw';
import zoomOut from 'lucide-static/icons/zoom-out.svg?raw';
import { iconShapes } from './iconShapes.ts';

const sources = {
  appWindow,
  arrowLeft,
  arrowRight,
  check,
  chevron,
  click,
  close,
  copy,
  eraser,
  eyeOff,
  hand,
  keyRound,
  loader,
  lock,
  message,
  monitorOff,
  outline,
  panelRight,
  pause,
  pencil,
  pointer,
  reload,
  settings,
  stop,
  undo,
  wifiOff,
  zoomIn,
  zoomOut,
};
export type IconName = keyof typeof sources;

const shapes = Object.fromEntries(
  Object.entries(sources).map(([name, source]) => [name, iconShapes(source)]),
);

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      class={`icon icon-${name}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {shapes[name]!.map(({ tag, attributes }, i) => h(tag, { key: i, ...attributes }))}
    </svg>
  );
}
