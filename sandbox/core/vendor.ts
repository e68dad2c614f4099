import type { FastifyInstance } from 'fastify';

import type { VirtualClock } from './clock';
import type { LastCall } from './delivery';
import type { JobState } from './jobState';
import type { LogLines } from './lines';
import type { Mask } from './mask';
import type { WebhookSender } from './sender';

/** What every vendor gets from the sandbox. */
export interface Services {
	clock: VirtualClock;
	sender: WebhookSender;
	mask: Mask;
	log: LogLines;
	/** Aborted when the sandbox closes. */
	closing: AbortSignal;
}

/** Something that can happen to a job next. */
export interface StepChoice {
	name: string;
	label: string;
	/** Not part of the usual way; the page tucks it away. */
	aside: boolean;
	/** What a person chooses along with it; null where there is nothing to choose. */
	choice: Choice | null;
}

/** A value that is sent along with a step. */
export interface Choice {
	/** Its name among what may be sent along. */
	field: string;
	label: string;
	values: readonly number[];
	/** The one that is chosen at first. */
	usual: number;
}

/** A job as the page shows it, whichever the vendor. */
export interface Card {
	id: string;
	title: string;
	lines: string[];
	status: string;
	statusLabel: string;
	tone: 'waiting' | 'moving' | 'good' | 'bad';
	steps: StepChoice[];
}

/** A vendor's column on the page. */
export interface Column {
	name: string;
	label: string;
	jobs: Card[];
	jobCount: number;
	/** How many of each kind, such as: tours. */
	kinds: ReadonlyArray<{ word: string; count: number }>;
	/** What a person can make here. */
	actions: readonly ColumnAction[];
	/** Shown while there is no card, such as: No job yet. */
	empty: string;
	/** URLs pasted by hand; null where programs register theirs. */
	webhooks: PastedUrls | null;
	/** Webhooks that programs have registered; null where a person pastes URLs. */
	registered: Registered[] | null;
}

/** URLs that a person pastes into the vendor's portal. */
export interface PastedUrls {
	urls: readonly string[];
	/** The same with what came of the last call of each; test URLs too, where events go to them. */
	called: readonly Called[];
	/** How many there may be. */
	most: number | null;
	/** The workflow that was started along with the sandbox; null where there is none. */
	demo: { url: string; isCalled: boolean } | null;
	/** Whether all is as it was at the start, so that there is nothing to go back to. */
	isAtStart: boolean;
	/** Whether its events go to the test URLs of n8n as well. */
	isTesting: boolean;
	tokenHint: string | null;
	/** Where one does that, in a sentence. */
	where?: string;
	/** The secret that `PUT /control/<name>/webhooks` takes beside `urls`; null brings the first back. */
	secret?: {
		label: string;
		field: string;
		word: string;
		/** What else calls are proven with, in a sentence. */
		beside?: string;
	};
}

/** A URL, with what came of its last call. */
export interface Called {
	url: string;
	last: LastCall | null;
}

/** A button of a column; `path` is below `/control/<name>/`. */
export interface ColumnAction {
	name: string;
	label: string;
	path: string;
}

/** A webhook that a program has registered. */
export interface Registered {
	id: string;
	event: string;
	/** The event in words. */
	title: string;
	/** What its owner calls it, where the service has a name for it. */
	name: string | null;
	/** Whether another program made it, which is not there to be called. */
	isForeign: boolean;
	url: string;
	tokenHint: string;
	suspendedAt: string | null;
	last: LastCall | null;
	steps: StepChoice[];
}

/** One service: mounted by the sandbox at `/<name>` and `/control/<name>`. */
export interface Mounted {
	name: string;
	api(app: FastifyInstance): void;
	control(app: FastifyInstance): void;
	reset(): void;
	/** Forgets what happened; settings, keys and webhooks stay, and numbers go on. */
	forget(): void;
	/** Everything needed to go on after a restart. */
	snapshot(): Record<string, unknown>;
	restore(kept: Record<string, unknown>): void;
}

/** The stand-in for a vendor. */
export interface Vendor extends Mounted {
	column(): Column;
	/** What its jobs have come to. */
	states(): JobState[];
}
