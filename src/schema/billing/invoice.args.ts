import { ArgsType } from 'type-graphql';
import { searchedArgs } from '../shared/list.args.ts';

@ArgsType()
export class MyInvoicesArgs extends searchedArgs('InvoiceSort', { of: 'invoices', within: 'a number' }) {}
