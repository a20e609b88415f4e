// The page's next task, whatever the tab's timers are slowed down to: by then it has rendered what it does at the end of one.

export function nextTask({ MessageChannel }: typeof globalThis): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
