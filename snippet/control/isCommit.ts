// Whether pressing something commits the customer: it submits, pays, orders, deletes or sends, by its role, its method or its words.
// Pure: it is told of traits, never shown the page. Rather asked once too often than not at all.

export interface Traits {
  /** Its role for a screen reader: `button`, `link`, `menuitem`, …; empty where it has none. */
  readonly role: string;
  /** What it is called. */
  readonly label: string;
  /** A form's submit button, or Enter in one of its fields. */
  readonly submits: boolean;
  /** How the form is sent: `get`, `post`, `dialog`; empty without one. */
  readonly method: string;
}

/** In English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish and Norwegian. Stems, where words are inflected. */
const words =
  'pay buy order(?!s|\\shist|ed) purchas checkout book(?!mark|s) donat subscrib confirm submit delet remov cancel send transfer approv sign(?!\\s?(?:in|up|out)|al|if) accept withdraw refund close\\saccount place\\sorder ' +
  'zahl bezahl kauf bestell buch spende abonnier bestätig absend send lösch entfern kündig stornier überweis genehmig unterschreib akzeptier verbindlich ' +
  'pay achet command acquér réserv abonn confirm valid envoy supprim effac annul résili transfér approuv signer accept ' +
  'paga pago compra pedir pedido encarg reserv suscrib confirm envia envía elimin borr cancel transfer aprob firm acept ' +
  'acquist ordina prenot abbon conferm invia elimin cancell rimuov trasfer approv firm accett ' +
  'encomend assin apag exclu remov aprov aceit ' +
  'betal koop bestel boek abonneer bevestig verzend verstuur verwijder annuleer overschrijv goedkeur onderteken ' +
  'zapłać płac kup\\s kupuj kupi zamów zamaw rezerw subskryb potwierd wyślij wysł usuń anuluj przelej zatwierd podpis akceptuj ' +
  'betala köp beställ boka prenumerer bekräfta skicka radera ta\\sbort avbryt överför godkänn signer ' +
  'betal køb kjøp bestil bekræft bekreft send slet slett fjern annuller overfør godkend godkjenn';
const stems = new RegExp(`(?:^|[^\\p{L}])(?:${[...new Set(words.split(' '))].join('|')})`, 'iu');
/** Written without spaces between words. */
const unspaced =
  /支払|購入|注文|予約|送信|削除|確認|确认|支付|付款|购买|下单|订购|提交|删除|发送|결제|구매|주문|삭제|전송|확인|оплат|купи|заказ|подтверд|отправ|удал|плати|ادفع|شراء|حذف|إرسال|تأكيد|שלם|קנה|מחק|שלח|אשר/iu;

const pressable = /^(button|link|menuitem|menuitemcheckbox|menuitemradio|option|switch|tab|)$/;

export function isCommit({ role, label, submits, method }: Traits): boolean {
  // A form for a dialog sends nothing by itself, and one that only asks changes nothing: there the words decide.
  if (submits && !/^(get|dialog)$/i.test(method)) return true;
  return pressable.test(role) && (stems.test(label) || unspaced.test(label));
}
