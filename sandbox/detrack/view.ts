import { zoned } from '../core/zones';
import type { DetrackSettings } from './settings';

/** What a job is looked at with. */
export interface View {
	settings: DetrackSettings;
	now: Date;
	/** Where the sandbox is reached. */
	origin: string;
}

/** The account's date. */
export function todayOf({ settings, now }: Pick<View, 'settings' | 'now'>): string {
	return zoned(now, settings.timeZone).slice(0, 10);
}
