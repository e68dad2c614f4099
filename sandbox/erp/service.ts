import { z } from 'zod';

import type { Outgoing } from '../core/sender';
import { StandInService } from '../core/service';
import type { Api } from '../core/standIn';
import type { Services } from '../core/vendor';
import { Changes } from './changes';
import { ERP_COMPANY, ERP_SECRET } from './defaults';
import { type Doctype, DOCTYPES, hasField, OWN_FIELDS } from './doctypes';
import { ErpProblem, invalid, notFound } from './problem';
import { salesOrder, SEEDS } from './seeds';
import { type ErpRecord, ErpStore } from './store';

const settingsSchema = z
	.object({
		/** Whether a delivery note exists for every job, under the job's own reference. */
		notesForJobs: z.boolean().default(true),
		/** What happens to fields that a record does not have. */
		unknownFields: z.enum(['ignored', 'refused']).default('ignored'),
	})
	.strict();

type ErpSettings = z.output<typeof settingsSchema>;
type Values = Record<string, unknown>;

/** What the ERP does; its API and the control interface are two doors to it. */
export class ErpService extends StandInService<ErpSettings> {
	readonly changes = new Changes();
	readonly store: ErpStore;
	readonly parts;

	constructor(services: Services) {
		super(services, settingsSchema);
		this.store = new ErpStore(services.clock);
		this.parts = { store: this.store, changes: this.changes };
		this.hideSecrets();
		this.#seed();
	}

	/** Shops ship what their ERP knows: the note is there before the first event of its job is. */
	expect({ reference, references = [], jobId }: Outgoing): void {
		if (jobId === null || !this.settings.values.notesForJobs) return;
		for (const name of new Set([reference, ...references])) if (name) this.#note(name);
	}

	knows(doctype: string): boolean {
		return Object.hasOwn(DOCTYPES, doctype);
	}

	kind(doctype: string): Doctype {
		const known = this.knows(doctype) ? DOCTYPES[doctype] : undefined;
		if (!known) throw notFound('DocType', doctype);
		return known;
	}

	find(doctype: string, name: string): ErpRecord {
		this.kind(doctype);
		const record = this.store.get(doctype, name);
		if (!record) throw notFound(doctype, name);
		return record;
	}

	create(doctype: string, sent: Values): ErpRecord {
		const kind = this.kind(doctype);
		const missing = kind.required.filter((field) => !sent[field]);
		if (missing.length > 0) {
			const what = missing.join(', ');
			throw new ErpProblem(417, 'MandatoryError', `Value missing for ${doctype}: ${what}`);
		}
		const { values, ignored } = this.#known(doctype, kind, sent);
		// Names come from the series, whatever name is sent.
		const record = this.store.add(doctype, kind, values);
		this.changes.add(record, { action: 'created', at: this.#at(), values, ignored });
		return record;
	}

	update(doctype: string, name: string, sent: Values): ErpRecord {
		const record = this.find(doctype, name);
		const { values, ignored } = this.#known(doctype, this.kind(doctype), sent);
		Object.assign(record, values, { modified: this.store.now() });
		this.changes.add(record, { action: 'updated', at: this.#at(), values, ignored });
		return record;
	}

	delete(doctype: string, name: string): void {
		const record = this.find(doctype, name);
		this.store.remove(record);
		this.changes.add(record, { action: 'deleted', at: this.#at() });
	}

	/** Makes one more sales order that waits to be shipped; which one is made up by its number. */
	addSalesOrder(): ErpRecord {
		const doctype = 'Sales Order';
		const index = this.store.all(doctype).length;
		return this.store.add(doctype, this.kind(doctype), salesOrder(index, this.#at()));
	}

	/** Sales orders of which no delivery job has been made yet, oldest first. */
	waitingOrders(): ErpRecord[] {
		return this.store
			.all('Sales Order')
			.filter((order) => order.delivery_status === 'Not Delivered' && !order.custom_delivery_job);
	}

	override reset(): void {
		super.reset();
		this.#seed();
	}

	/** What it holds at the start belongs to it. */
	override forget(): void {
		for (const part of Object.values(this.parts)) part.reset();
		this.#seed();
	}

	protected secrets(): string[] {
		return [ERP_SECRET];
	}

	#seed(): void {
		for (let count = 0; count < SEEDS; count++) this.addSalesOrder();
	}

	#note(name: string): void {
		const doctype = 'Delivery Note';
		if (this.store.get(doctype, name)) return;
		const customer = 'Walk-in customer';
		const values = { customer, customer_name: customer, company: ERP_COMPANY, po_no: name };
		this.store.add(doctype, this.kind(doctype), values, name);
	}

	#known(doctype: string, kind: Doctype, sent: Values): { values: Values; ignored: string[] } {
		const names = Object.keys(sent).filter((name) => !OWN_FIELDS.includes(name));
		const ignored = names.filter((name) => !hasField(kind, name));
		if (ignored.length > 0 && this.settings.values.unknownFields === 'refused') {
			throw invalid(`${doctype} has no field ${ignored.join(', ')}`);
		}
		const kept = names.filter((name) => hasField(kind, name));
		return { values: Object.fromEntries(kept.map((name) => [name, sent[name]])), ignored };
	}

	#at(): string {
		return this.services.clock.now().toISOString();
	}
}

/** What the ERP's routes are added to. */
export type ErpApi = Api<ErpService, null>;
