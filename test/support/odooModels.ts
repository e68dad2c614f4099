import { z } from 'zod';

export type Row = Record<string, unknown>;

export class OdooProblem extends Error {}

const ids = z.array(z.number());
const condition = z.tuple([z.string(), z.string(), z.unknown()]);
const rowSchema = z.record(z.unknown());

/** Models with their fields and records, and the methods that n8n calls on them. */
export class OdooModels {
	readonly #fields = new Map<string, Record<string, string>>();
	readonly #records = new Map<string, Row[]>();

	/** Adds a model; `fields` gives Odoo's type of each, such as `char` or `datetime`. */
	define(model: string, fields: Record<string, string>): void {
		this.#fields.set(model, fields);
		this.#records.set(model, []);
	}

	/** Puts a record in, as somebody does in Odoo; gives its id. */
	put(model: string, values: Row): number {
		const all = this.all(model);
		const id = all.length + 1;
		all.push({ id, ...values });
		return id;
	}

	all(model: string): Row[] {
		const found = this.#records.get(model);
		if (!found) throw new OdooProblem(`Object ${model} doesn't exist`);
		return found;
	}

	run(model: string, method: string, given: Row): unknown {
		switch (method) {
			case 'create':
				return this.#create(model, given.vals_list);
			case 'write':
				return this.#write(model, ids.parse(given.ids), rowSchema.parse(given.vals));
			case 'read':
				return this.#picked(model, this.#byIds(model, ids.parse(given.ids)), given.fields);
			case 'search_read':
				return this.#search(model, given);
			case 'unlink': {
				const gone = this.#byIds(model, ids.parse(given.ids));
				this.#records.set(
					model,
					this.all(model).filter((row) => !gone.includes(row)),
				);
				return true;
			}
			case 'fields_get':
				return Object.fromEntries(
					Object.entries(this.#fields.get(model) ?? {}).map(([name, type]) => [
						name,
						{ string: name, type, readonly: false, required: false },
					]),
				);
			case 'default_get':
				return {};
			default:
				throw new OdooProblem(`The method '${model}.${method}' does not exist`);
		}
	}

	/** A list of values gives a list of ids, and one set of values one id. */
	#create(model: string, given: unknown): number | number[] {
		const many = z.array(rowSchema).safeParse(given);
		const made = (many.success ? many.data : [rowSchema.parse(given)]).map((values) => {
			this.#assertKnown(model, values);
			return this.put(model, values);
		});
		return many.success ? made : (made[0] ?? 0);
	}

	#write(model: string, wanted: number[], values: Row): true {
		this.#assertKnown(model, values);
		for (const row of this.#byIds(model, wanted)) Object.assign(row, values);
		return true;
	}

	#search(model: string, given: Row): Row[] {
		const domain = z.array(condition).parse(given.domain ?? []);
		const { offset, limit } = z
			.object({ offset: z.number().default(0), limit: z.number().default(Infinity) })
			.parse(given);
		const found = this.all(model)
			.filter((row) => domain.every(([field, ...rest]) => holds(row[field], ...rest)))
			.slice(offset, offset + limit);
		return this.#picked(model, found, given.fields);
	}

	#byIds(model: string, wanted: number[]): Row[] {
		return wanted.map((id) => {
			const found = this.all(model).find((row) => row.id === id);
			if (!found)
				throw new OdooProblem(`Record does not exist or has been deleted. (${model}, ${id})`);
			return found;
		});
	}

	#picked(model: string, rows: Row[], fields: unknown): Row[] {
		const names = z.array(z.string()).parse(fields ?? []);
		this.#assertKnown(model, Object.fromEntries(names.map((name) => [name, true])));
		if (names.length === 0) return rows;
		return rows.map((row) =>
			Object.fromEntries(['id', ...names].map((name) => [name, row[name] ?? false])),
		);
	}

	#assertKnown(model: string, values: Row): void {
		const known = this.#fields.get(model);
		if (!known) throw new OdooProblem(`Object ${model} doesn't exist`);
		const odd = Object.keys(values).find((name) => name !== 'id' && !(name in known));
		if (odd !== undefined) throw new OdooProblem(`Invalid field '${odd}' on model '${model}'`);
	}
}

function holds(found: unknown, operator: string, wanted: unknown): boolean {
	switch (operator) {
		case '=':
			return String(found ?? false) === String(wanted);
		case '!=':
			return String(found ?? false) !== String(wanted);
		case 'in':
			return z
				.array(z.unknown())
				.parse(wanted)
				.some((each) => String(each) === String(found));
		case 'like':
			return String(found ?? '').includes(String(wanted));
		case '>=':
			return String(found ?? '') >= String(wanted);
		case '<=':
			return String(found ?? '') <= String(wanted);
		default:
			throw new OdooProblem(`Invalid operator ${operator}`);
	}
}
