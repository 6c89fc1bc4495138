import { digestFile, type UploadFile, type WechatPay } from '@docwright/wechatpay';

/** What a restaurant tells before it can be paid. All of it is plain here. */
export interface Applicant {
  /** Our own number of the application. */
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly licenseNumber: string;
  readonly owner: { readonly name: string; readonly idNumber: string; readonly phone: string; readonly email: string };
  readonly account: { readonly bank: string; readonly addressCode: string; readonly number: string };
  readonly pictures: { readonly license: UploadFile; readonly idFront: UploadFile; readonly idBack: UploadFile };
}

/** Of the licence and of the identity card. */
const validity = { period_begin: '2020-01-01', period_end: '2040-01-01' };

/** Uploads the pictures and hands the application in. Resolves to the platform's number of it. */
export async function onboard(pay: WechatPay, applicant: Applicant): Promise<number> {
  const { number, name, address, licenseNumber, owner, account, pictures } = applicant;
  const [license, idFront, idBack] = await Promise.all([
    upload(pay, pictures.license),
    upload(pay, pictures.idFront),
    upload(pay, pictures.idBack),
  ]);
  const { data } = await pay.chain('v3/applyment4sub/applyment/').post({
    json: {
      business_code: number,
      // What the page marks is encrypted on its way, with the platform's key: names, numbers and addresses of people.
      contact_info: { contact_type: 'LEGAL', contact_name: owner.name, mobile_phone: owner.phone, contact_email: owner.email },
      subject_info: {
        subject_type: 'SUBJECT_TYPE_INDIVIDUAL',
        business_license_info: { license_copy: license, license_number: licenseNumber, merchant_name: name, legal_person: owner.name },
        certificate_info: {
          cert_copy: license,
          cert_type: 'CERTIFICATE_TYPE_2388',
          cert_number: licenseNumber,
          merchant_name: name,
          company_address: address,
          legal_person: owner.name,
          ...validity,
        },
        identity_info: {
          id_doc_type: 'IDENTIFICATION_TYPE_IDCARD',
          id_card_info: {
            id_card_copy: idFront,
            id_card_national: idBack,
            id_card_name: owner.name,
            id_card_number: owner.idNumber,
            card_period_begin: validity.period_begin,
            card_period_end: validity.period_end,
          },
        },
      },
      business_info: {
        merchant_shortname: name,
        service_phone: owner.phone,
        sales_info: { sales_scenes_type: ['SALES_SCENES_WEB'] },
      },
      settlement_info: {},
      bank_account_info: {
        bank_account_type: 'BANK_ACCOUNT_TYPE_PERSONAL',
        account_name: owner.name,
        account_bank: account.bank,
        bank_address_code: account.addressCode,
        account_number: account.number,
      },
    },
  });
  return data.applyment_id;
}

async function upload(pay: WechatPay, file: UploadFile): Promise<string> {
  const { data } = await pay.v3.merchant.media.upload.post({
    body: { file, meta: { filename: file.name, sha256: await digestFile(file) } },
  });
  return data.media_id;
}
