import { exported } from '../../build/exported';
import { VENDORS } from '../../vendors';
import type { Script } from './script';

/** Each vendor's part in a day, by the vendor's name here. */
export const SCRIPTS: Readonly<Record<string, Script>> = Object.fromEntries(
	VENDORS.map(({ slug }) => [slug, exported<Script>(`./sandbox/play/${slug}`, 'script')]),
);
