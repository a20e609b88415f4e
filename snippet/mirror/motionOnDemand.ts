// Fetches what tells of animations when there is one to tell of: many pages have none while they are shared.
import { NO_NODE } from '../../protocol/ids.ts';
import type { Motion, MotionContext } from './createMotion.ts';

type CreateMotion = (context: MotionContext) => Motion;

let create: CreateMotion | null = null;
let coming: Promise<void> | null = null;

/** Once for all mirrors of this page. Where it cannot be had, animations run by the viewer's own clock. */
export function fetchMotion(): Promise<void> {
  coming ??= import('./createMotion.ts').then(
    (part) => void (create = part.createMotion),
    () => void (coming = null),
  );
  return coming;
}

export function createMotionOnDemand(context: MotionContext, changed: () => void) {
  let motion: Motion | null = null;
  let isSettled = true;

  function get(): Motion | null {
    if (create) return (motion ??= create(context));
    void fetchMotion().then(() => {
      if (create && get()) changed();
    });
    return null;
  }

  return {
    /** The viewer starts afresh: what moves already has to be told. */
    look(): void {
      motion?.restart();
      isSettled = true;
      if (motion) return;
      // Where something moves, the part settles the rest when it is there.
      if (Array.from(context.roots()).some((root) => root.getAnimations?.().length)) get();
      else isSettled = false;
    },
    animated: (animation: Animation) => get()?.touched(animation),
    remade: (effect: AnimationEffect) => motion?.remade(effect),
    poll: () => motion?.poll(),
    write(): void {
      motion?.write();
      // What styles animated before has run its course.
      if (!isSettled) context.writer.motion(0, NO_NODE, 'settled', [], []);
      isSettled = true;
    },
  };
}
