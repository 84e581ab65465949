import type {Store} from "./store.ts";

/** Shows the shipped scenarios as pictures. */
export const showGallery = (store: Store): Promise<void> =>
  import("./gallery/openGallery.tsx").then(({openGallery}) => openGallery(store));

/** Starts the story, at a step from 1 on. */
export const showStory = (store: Store, step = 1): Promise<void> =>
  import("./story/story.ts").then(({startStory}) => startStory(store, step));
