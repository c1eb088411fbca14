import type { ImageFacts } from './model.js';
/** What is known of an image by its reference alone; unknown parts of it are written `?`. */
export declare function readImage(text: string): ImageFacts;
