import type { IDataObject } from 'n8n-workflow';

import type { VENDORS } from '../../vendors';
import type { OperationOptions } from '../support/runOperation';
import type { StandInBench } from '../support/standInBench';
import type { answerTo, CallOptions } from '../support/webhookContext';

/** A call of a trigger, and what becomes of it: 200 and one row where nothing else is said. */
export interface TriggerCase {
	what: string;
	call: CallOptions;
	status?: number;
	/** How many rows the workflow gets. */
	rows?: number;
	/** What the first row has in these columns. */
	row?: IDataObject;
	/** What the first row must not have in these columns. */
	not?: IDataObject;
}

/** An operation of the action node beside the stand-in, and what it sends, gives or says. */
export interface OperationCase {
	what: string;
	/** Such as `create` (of a job) or `order.upload`. */
	operation: string;
	parameters: IDataObject;
	options?: OperationOptions;
	/** Settings of the stand-in. */
	settings?: object;
	/** What has to be there before. */
	prepare?: () => Promise<unknown>;
	/** What the body of the last request with this method holds. */
	sent?: { method: string; body: object };
	/** What the first items hold, and how many there are. */
	items?: object[];
	count?: number;
	/** What its error says, in message or description. */
	error?: RegExp;
}

/** A request to the stand-in as a program of the vendor's sends it. */
export interface StandInCase {
	what: string;
	settings?: object;
	prepare?: () => Promise<unknown>;
	method: string;
	/** Below the vendor's API. */
	path: string;
	headers?: Record<string, string>;
	body?: unknown;
	status: number;
	/** What the answer holds. */
	answer?: object;
	/** Headers of the answer, in full. */
	answerHeaders?: Record<string, string>;
}

/** The right values of one vendor. */
export interface CaseTable {
	slug: (typeof VENDORS)[number]['slug'];
	/** Calls the trigger with the right proof, unless the call brings its own. */
	call(options: CallOptions): ReturnType<typeof answerTo>;
	bench: StandInBench;
	/** What proves a request to the stand-in. */
	proof: { headers?: Record<string, string>; params?: Record<string, string> };
	triggers: readonly TriggerCase[];
	operations: readonly OperationCase[];
	standIn: readonly StandInCase[];
}
