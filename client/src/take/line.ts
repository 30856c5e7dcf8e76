/** Handing a picture and its words to LINE: by the phone's own sharing where there is one, else by clipboard and file. */

export function isInLine(): boolean {
  return / Line\//.test(navigator.userAgent);
}

/** Sharing exists only on phones and tablets, and only over https. */
export function canSharePictures(): boolean {
  const files = [new File([], 'board.png', { type: 'image/png' })];
  return typeof navigator.canShare === 'function' && navigator.canShare({ files });
}

/** 'late': the browser wants another touch, because the file took too long. */
export async function share(picture: File, text: string): Promise<'shared' | 'left' | 'late'> {
  try {
    await navigator.share({ files: [picture], text });
    return 'shared';
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'late' : 'left';
  }
}
