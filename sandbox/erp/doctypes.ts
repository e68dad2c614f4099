/** A kind of record; fields that are not listed are dropped, as ERPNext does. */
export interface Doctype {
	/** Beginning of the names that it gives. */
	series: string;
	required: readonly string[];
	/** What a new one has unless something else is sent. */
	defaults: Readonly<Record<string, string | number>>;
	fields: readonly string[];
}

const PARTY = ['company', 'customer', 'customer_name', 'title', 'po_no', 'po_date', 'project'];
const MONEY = ['currency', 'total_qty', 'grand_total', 'items'];
const ADDRESS = [
	'customer_address',
	'shipping_address_name',
	'shipping_address',
	'address_display',
	'contact_person',
	'contact_display',
	'contact_phone',
	'contact_mobile',
	'contact_email',
];
const TRANSPORT = [
	'transporter',
	'transporter_name',
	'driver',
	'driver_name',
	'vehicle_no',
	'lr_no',
	'lr_date',
];

export const DOCTYPES: Readonly<Record<string, Doctype>> = {
	'Delivery Note': {
		series: 'MAT-DN-2026-',
		required: ['customer'],
		defaults: { status: 'Draft', docstatus: 0 },
		fields: [
			...PARTY,
			...ADDRESS,
			...TRANSPORT,
			...MONEY,
			'posting_date',
			'posting_time',
			'instructions',
			'installation_status',
			'per_billed',
		],
	},
	'Sales Order': {
		series: 'SAL-ORD-2026-',
		required: ['customer'],
		defaults: { status: 'Draft', docstatus: 0 },
		fields: [
			...PARTY,
			...ADDRESS,
			...MONEY,
			'transaction_date',
			'delivery_date',
			'delivery_status',
			'per_delivered',
			'per_billed',
			'order_type',
		],
	},
	Address: {
		series: 'ADDR-',
		required: ['address_line1', 'city', 'country'],
		defaults: { docstatus: 0 },
		fields: [
			'address_title',
			'address_type',
			'address_line1',
			'address_line2',
			'city',
			'county',
			'state',
			'country',
			'pincode',
			'email_id',
			'phone',
			'fax',
		],
	},
	Issue: {
		series: 'ISS-2026-',
		required: ['subject'],
		defaults: { status: 'Open', priority: 'Medium', docstatus: 0 },
		fields: [
			'subject',
			'description',
			'priority',
			'issue_type',
			'raised_by',
			'customer',
			'customer_name',
			'contact',
			'company',
			'project',
			'opening_date',
			'opening_time',
			'resolution_details',
		],
	},
	ToDo: {
		series: 'TODO-',
		required: ['description'],
		defaults: { status: 'Open', priority: 'Medium', docstatus: 0 },
		fields: [
			'description',
			'priority',
			'date',
			'color',
			'allocated_to',
			'assigned_by',
			'reference_type',
			'reference_name',
			'role',
		],
	},
	Comment: {
		series: 'COMMENT-',
		required: [],
		defaults: { comment_type: 'Comment', docstatus: 0 },
		fields: [
			'comment_type',
			'comment_email',
			'comment_by',
			'subject',
			'content',
			'reference_doctype',
			'reference_name',
		],
	},
};

/** Set by the ERP itself. */
export const OWN_FIELDS = ['name', 'owner', 'creation', 'modified', 'modified_by', 'doctype'];

const COMMON_FIELDS = ['status', 'docstatus'];

/** Whether a record of this kind has the field; those that its owner added begin with `custom_`. */
export function hasField({ fields }: Doctype, name: string): boolean {
	return fields.includes(name) || COMMON_FIELDS.includes(name) || name.startsWith('custom_');
}

/** Every field with a label, as forms ask for them. */
export function describeFields(doctype: Doctype): Array<Record<string, string>> {
	return [...COMMON_FIELDS, ...doctype.fields].map((fieldname) => ({
		fieldname,
		label: labelOf(fieldname),
		fieldtype: fieldname === 'items' ? 'Table' : 'Data',
	}));
}

function labelOf(name: string): string {
	const words = name.replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
