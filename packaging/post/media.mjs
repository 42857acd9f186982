// The images of a draft, read from the project.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Failed } from './afterword.mjs';

const TYPES = { '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp' };

/** Each image of a draft: bytes, media type and alt text. */
export function images(root, draft, alt) {
  return (draft ?? []).map((image) => {
    if (/^[a-z]+:/i.test(image.file)) throw new Failed(`${image.file} must be a file of the project to be posted`);
    const type = TYPES[path.extname(image.file).toLowerCase()];
    if (!type) throw new Failed(`${image.file} must be a PNG, JPEG, GIF or WebP`);
    const file = path.join(root, image.file);
    if (path.relative(root, file).startsWith('..')) throw new Failed(`${image.file} lies outside the project`);
    try {
      return { bytes: readFileSync(file), type, alt: image[alt] ?? '' };
    } catch (error) {
      throw new Failed(`${image.file} cannot be read: ${error.code}`);
    }
  });
}
