// What the customer's page and the preview in its frame say to each other, over the one port that the page hands in. Frames go both ways as
// they are on the wire; the words here are all that is said besides.

/** Goes with the port: nothing that a page posts to every frame by accident opens the preview. */
export const PREVIEW_WORD = 'alongside preview';

/** To the preview: a frame, the agent's name, or null where nothing is to be seen any more. */
export type ToPreview = Uint8Array<ArrayBuffer> | { readonly agentName: string } | null;

/** From it: that it is there, that Escape was pressed in it, or a frame with what its viewer lacks. */
export type FromPreview = 'ready' | 'escape' | Uint8Array<ArrayBuffer>;
