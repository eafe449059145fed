import { flatPng, type Picture } from './flat-png.ts';

/** A picture to put on white, and the most pixels that it may have on a side. */
export interface PictureTask {
  readonly bytes: Uint8Array;
  readonly most: number;
}

/** The task of a thread that decodes pictures: it is there to be blocked. */
export default ({ bytes, most }: PictureTask): Picture => flatPng(Buffer.from(bytes), most);
