import type { FaultBoard, FaultShape } from './fault-board.ts'

/** Text that is already markup; everything else that enters a page is escaped. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Piece = Markup | string | number | null | undefined | readonly Piece[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Markup {
  return new Markup(parts.map((part, index) => part + render(pieces[index])).join(''))
}

function render(piece: Piece): string {
  if (piece === null || piece === undefined) return ''
  if (piece instanceof Markup) return piece.text
  if (typeof piece === 'object') return piece.map(render).join('')
  return String(piece).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

const STYLE = new Markup(`<style>
:root{--ink:#1d2733;--soft:#5d6b7a;--line:#dde3ea;--paper:#fff;--ground:#f4f6f9;--accent:#3457d5;--good:#18794e;--bad:#b42318}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
main{max-width:1080px;margin:0 auto;padding:28px 20px 60px}h1{font-size:22px;margin:0}h2{font-size:16px;margin:0 0 10px}
.lead{color:var(--soft);margin:4px 0 20px}section{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:18px;margin:0 0 18px;overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:13.5px}th{text-align:left;color:var(--soft);font-weight:600}th,td{padding:6px 10px 6px 0;border-bottom:1px solid var(--line);vertical-align:top}
code{font:12.5px ui-monospace,monospace;overflow-wrap:anywhere}button{font:inherit;font-size:13px;border:1px solid var(--line);background:#fff;border-radius:6px;padding:4px 10px;margin:1px;cursor:pointer}
button:hover{border-color:var(--accent);color:var(--accent)}button.main{background:var(--accent);border-color:var(--accent);color:#fff}
input,select,textarea{font:inherit;font-size:13.5px;border:1px solid var(--line);border-radius:6px;padding:4px 8px;max-width:100%}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(280px,1fr));gap:8px 16px;margin-bottom:12px}.grid label{display:flex;justify-content:space-between;gap:8px;align-items:center;font-size:13px}.grid input{width:92px}
.good{color:var(--good)}.bad{color:var(--bad)}.soft{color:var(--soft)}#said{position:fixed;right:18px;bottom:18px;background:var(--ink);color:#fff;border-radius:8px;padding:10px 14px;max-width:420px;font-size:13px}
</style>`)

// Every form posts JSON to the control API, so the page can do nothing that a test cannot.
const SCRIPT = new Markup(`<script>
async function send(method,path,body){const answer=await fetch(path,{method,headers:{'content-type':'application/json'},body:body===undefined?undefined:JSON.stringify(body)});
if(answer.ok){location.reload();return}const text=await answer.text();const said=document.getElementById('said');said.hidden=false;said.textContent=text}
function valueOf(field){if(field.dataset.kind==='number')return field.value===''?undefined:Number(field.value);if(field.type==='checkbox')return field.checked;
if(field.dataset.kind==='texts')return field.value.split(/[\\s,]+/).filter(Boolean);if(field.dataset.kind==='json')return field.value===''?undefined:JSON.parse(field.value);return field.value===''?undefined:field.value}
document.addEventListener('submit',event=>{const form=event.target;if(!form.dataset.action)return;event.preventDefault();const body={};let path=form.dataset.action;
try{for(const field of form.elements){if(!field.name)continue;const value=valueOf(field);if(path.includes('{'+field.name+'}'))path=path.replace('{'+field.name+'}',encodeURIComponent(value??''));else if(value!==undefined)body[field.name]=value}}catch(error){alert(error.message);return}
send(form.dataset.method||'POST',path,body)});
document.addEventListener('click',event=>{const button=event.target.closest('button[data-post]');if(!button)return;send('POST',button.dataset.post,button.dataset.body?JSON.parse(button.dataset.body):{})});
</script>`)

export function page(title: string, lead: string, content: Piece): string {
  const whole = html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>${STYLE}</head>
<body><main><h1>${title}</h1><p class="lead">${lead}</p>${content}</main><div id="said" role="status" hidden></div>${SCRIPT}</body></html>`
  return whole.text
}

export function actionButton(label: string, path: string, body: Record<string, unknown> = {}): Markup {
  return html`<button type="button" data-post="${path}" data-body="${JSON.stringify(body)}">${label}</button>`
}

export function table(headings: readonly string[], rows: readonly (readonly Piece[])[]): Markup {
  if (rows.length === 0) return html`<p class="soft">Nothing yet.</p>`
  const head = headings.map((heading) => html`<th>${heading}</th>`)
  const body = rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)
  return html`<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}

export function countsSection(counts: Record<string, number>): Markup {
  const cells = Object.entries(counts).map(
    ([name, count]) => html`<label>${name}<strong>${count}</strong></label>`,
  )
  return html`<section><h2>Counts</h2><div class="grid">${cells}</div>${actionButton('Forget everything', '/control/reset')}</section>`
}

export function faultsSection<Shape extends FaultShape>(faults: FaultBoard<Shape>): Markup {
  const now = faults.view()
  const fields = Object.entries(faults.shape).map(([name, kind]) => {
    const value = now[name]
    if (kind === 'flag') {
      return html`<label>${name}<input type="checkbox" name="${name}" ${new Markup(value === true ? 'checked' : '')}></label>`
    }
    const isNumber = kind === 'amount' || kind === 'rate' || kind === 'next'
    const step = kind === 'rate' ? '0.01' : '1'
    const input = isNumber
      ? html`<input type="number" min="0" step="${step}" data-kind="number" name="${name}" value="${Number(value)}">`
      : html`<input data-kind="${kind}" name="${name}" value="${Array.isArray(value) ? value.join(', ') : String(value)}">`
    return html`<label>${name}${input}</label>`
  })
  return html`<section><h2>Faults</h2><form data-method="PUT" data-action="/control/faults"><div class="grid">${fields}</div>
<button class="main">Set these faults</button></form></section>`
}

export function ago(at: number): string {
  const seconds = Math.max(0, Math.round((Date.now() - at) / 1000))
  if (seconds < 90) return `${seconds} s ago`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min ago` : new Date(at).toISOString().slice(0, 16)
}
