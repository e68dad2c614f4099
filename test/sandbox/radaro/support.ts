import { VendorBench } from '../support/vendorBench';

/** Radaro's stand-in, with the receiver's URL pasted as the one that it calls. */
export class Portal extends VendorBench {
	protected override readonly vendor = 'radaro';

	override async reset(): Promise<void> {
		await super.reset();
		await this.control('PUT', 'webhooks', { urls: [this.receiver.url()] });
	}
}
