import type { Cells, Settings } from '../../test/support/eventLog';
import type { Google, Spreadsheet } from '../../test/support/google';
import type { TakenMail } from '../../test/support/mailServer';
import { ERPNEXT_HOST } from '../../test/support/storyParts';
import { templateFile } from '../../test/support/storyWorkflow';
import { headingsOf } from '../../test/support/templates';
import type { Records } from './records';

export /** An effect: by its reader's own key, and as a text to compare. */
interface Written {
	key: string;
	text: string;
}

/** What readers leave behind. */
export interface Left {
	mails: readonly TakenMail[];
	sheet: Spreadsheet | undefined;
	records(): Promise<Records>;
}

/** A template that reads the event log, as a user sets it up. */
export interface ReaderSpec {
	/** What it writes to, in a word of the report. */
	title: string;
	template: string;
	/** What a user fills in, and the sheet that it is about. */
	prepare(google: Google): Promise<{ settings: Settings; sheet?: Spreadsheet }>;
	/** What must be written for rows, by a key of the reader's own. */
	expected(rows: readonly Cells[]): string[];
	/** What it has written. */
	written(left: Left): Promise<Written[]>;
	/** Whether the ERP must have a record for each job before. */
	needsRecords?: boolean;
}

const BEGIN = { begin: 'beginning' };

/** The delivery log in Google Sheets, with a sheet that has its headings. */
export const SHEET: ReaderSpec = {
	title: 'sheet',
	template: 'delivery-log',
	prepare: async (google) => {
		const sheet = google.spreadsheet('Deliveries', headingsOf(await templateFile('delivery-log')));
		return { settings: { ...BEGIN, sheet: sheet.url }, sheet };
	},
	expected: (rows) => rows.map(({ eventId }) => String(eventId)),
	written: async ({ sheet }) =>
		(sheet?.rows() ?? []).map((row) => ({ key: row.eventId ?? '', text: JSON.stringify(row) })),
};

/** Mails to customers. */
export const MAILS: ReaderSpec = {
	title: 'mails',
	template: 'customer-told',
	prepare: async () => ({ settings: { ...BEGIN, sender: 'shop@sender.example' } }),
	expected: deliveredIn,
	written: async ({ mails }) =>
		mails.map(({ to, subject, text }) => ({
			key: /SO-\d+/.exec(subject)?.[0] ?? subject,
			text: JSON.stringify([to, subject, text]),
		})),
};

/** Delivery notes in ERPNext. */
export const ERP: ReaderSpec = {
	title: 'ERP',
	needsRecords: true,
	template: 'erp-erpnext',
	prepare: async () => ({ settings: { ...BEGIN, erpNext: `https://${ERPNEXT_HOST}` } }),
	expected: deliveredIn,
	written: async ({ records }) =>
		[...(await records())].flatMap(([key, text]) => (text === '' ? [] : [{ key, text }])),
};

/** References of the jobs that are delivered. */
function deliveredIn(rows: readonly Cells[]): string[] {
	return rows.flatMap(({ status, reference }) =>
		status === 'delivered' ? [String(reference)] : [],
	);
}

export const READERS: readonly ReaderSpec[] = [SHEET, MAILS, ERP];
