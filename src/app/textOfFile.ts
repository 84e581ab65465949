import {textOfBytes} from "../scenario/fileText.ts";

/** The text of a file that was chosen or dropped. */
export const textOfFile = async (file: Blob): Promise<string> => textOfBytes(new Uint8Array(await file.arrayBuffer()));
