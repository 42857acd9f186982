//! Portuguese, in words that both Brazil and Portugal use.

use super::wording::{Announced, News, Wording, day_month_year};
use super::{Phrases, Words};

#[rustfmt::skip]
pub(super) static WORDS: Words = Words {
    code: "pt",
    common: Phrases::of(&[
        "o", "os", "as", "de", "que", "e", "em", "um", "uma", "não", "para", "com", "do", "da", "foi", "no",
        "na", "por", "mais", "se", "muito", "ao", "dos", "são", "só", "isso",
    ]),
    by: Phrases::of(&[
        "apresentada por", "apresentado por", "ministrada por", "ministrado por", "feita pela", "feita pelo", "feita por", "realizada pela", "realizada pelo", "realizada por", "dada por", "conduzida por", "pela", "pelo", "por", "com", "de", "do",
        "da",
        "ministradas por", "apresentadas por", "realizado pela", "realizado pelo", "feito por", "feito pelo", "feito pela", "dado por", "comandada por", "comandado por",
    ]),
    and: Phrases::of(&["e", "com"]),
    of: Phrases::of(&["da", "do", "de"]),
    about: Phrases::of(&["sobre", "acerca de"]),
    with: Phrases::of(&["com"]),
    introduces: Phrases::of(&[
        "palestrante foi", "vez de", "vez do", "vez da", "abriu com", "aberto por", "começou com", "encerrou com", "seguido por", "por conta de", "por conta do", "por conta da", "a cargo de", "a cargo do",
        "ouvimos", "ouvi", "ouvir", "assistimos ao", "assistimos à", "assisti ao", "assisti à", "assistir ao", "assistir à", "palestrante", "a palestrante", "o palestrante", "em sua palestra", "em sua apresentação", "na sua palestra", "na sua apresentação", "em seu keynote", "em sua keynote", "subiu ao palco", "subiram ao palco", "aberta por", "os feras", "as feras", "o fera", "a fera", "com os", "com as", "o próximo foi", "a próxima foi", "em seguida foi", "teve também", "a palavra para", "ficou com",
    ]),
    meets: Phrases::of(&[
        "obrigado ao", "obrigado a", "obrigada ao", "obrigada a", "obrigado à", "agradecer ao", "agradecer à", "agradeço ao", "conheci o", "conheci a", "conheci", "conhecer a", "conhecer o", "foto de", "fotos de", "foto", "fotografia de", "mediado por", "mediados por", "mediada por", "moderado por", "moderada por", "organizado por", "organizada por", "patrocinado por", "livro do", "livro da", "aniversário da", "aniversário do", "parabéns ao", "parabéns à", "conversei com", "trens com", "jantar com",
    ]),
    deeds: Phrases::of(&[
        "fez uma pergunta", "perguntou se", "patrocinou", "patrocina", "organizou", "que organizou", "mediou", "moderou", "ganhou", "vai", "vão", "fará", "falará", "apresentará", "dará", "ajudou", "fez aniversário", "tirou as fotos",
    ]),
    roles: Phrases::of(&[
        "engenheiro", "engenheira", "desenvolvedor", "desenvolvedora", "fundador", "fundadora", "diretor",
        "diretora", "professor", "professora", "arquiteto", "consultor", "programador",
        "colega", "colegas", "participante", "pesquisador", "pesquisadora", "cofundador", "cofundadora", "estudante", "arquiteta", "programadora", "consultora", "mestre", "doutor", "doutora", "gerente", "evangelista", "líder", "fera", "feras",
    ]),
    titled: Phrases::of(&["intitulada", "intitulado", "chamada", "chamado"]),
    months: [
        &["janeiro"], &["fevereiro"], &["março"], &["abril"], &["maio"], &["junho"],
        &["julho"], &["agosto"], &["setembro"], &["outubro"], &["novembro"], &["dezembro"],
    ],
    verbs: Phrases::of(&[
        "apresentaram", "falaram", "mostraram", "explicaram", "compartilharam", "contaram", "deram",
        "abordaram", "trouxeram", "palestrou", "apresentou", "apresenta", "falou", "fala", "explicou",
        "explica", "mostrou", "mostra", "compartilhou", "compartilha", "contou", "conta", "deu", "trouxe",
        "abriu", "fechou", "encerrou", "ministrou", "demonstrou", "introduziu", "comentou", "abordou", "fez",
        "perguntou", "seguiu", "continuou", "veio", "vieram", "subiu", "guiou", "relembrou", "relatou", "narrou", "descreveu", "defendeu", "comparou", "refletiu", "falando", "contando", "explicando", "mostrando", "apresentando", "compartilhando", "falar", "contar", "explicar", "fizeram", "lembrou", "analisou", "tratou", "encerraram", "abriram", "propôs", "detalhou", "discutiu", "palestrando", "palestraram", "resumiu", "ilustrou", "provocou", "levantou", "trata", "aborda", "discute", "preparou", "ensinou", "ensina", "demonstra", "levou", "discorreu", "discursou", "dividiu", "começou", "finalizou",
    ]),
    talks: Phrases::of(&[
        "palestra", "palestras", "apresentação", "apresentações", "keynote", "oficina", "workshop", "painel",
        "sessão", "talk", "minicurso", "mesa redonda",
        "oficinas", "workshops", "painéis", "sessões", "talks", "keynotes", "debate", "bate papo", "lightning talk", "lightning talks", "demonstração", "roda de conversa", "minicursos", "plenária",
    ]),
    sessions: Phrases::of(&[
        "palestras", "as palestras", "apresentações", "oficinas", "workshops", "keynotes", "programação",
        "agenda", "palestrantes", "painéis", "sessões", "lightning talks", "talks",
    ]),
    others: Phrases::of(&[
        "conclusão", "conclusões", "bônus", "resumo", "introdução", "patrocinadores", "patrocínio", "agradecimentos",
        "obrigado", "organização", "organização do evento", "organizadores", "equipe", "local", "o local", "comida",
        "links", "recursos", "referências", "perguntas", "fotos", "aprendizados", "lições", "próximos passos",
        "próximas edições", "comunidade", "networking", "divulgação", "conteúdo", "participantes", "voluntários",
        "encerramento", "considerações finais", "sorteio", "sorteios", "apoio", "sobre", "o evento",
        "conclusão final", "palavras finais", "para finalizar", "para concluir", "concluindo", "finalizando",
        "resumindo", "em resumo", "balanço",
        "opinião", "minha opinião", "reflexões", "contexto", "motivação", "prólogo",
        "o local do evento", "a organização", "os organizadores", "os patrocinadores", "os participantes", "público",
        "o público", "a viagem", "viagem", "chegada", "a chegada", "alimentação", "a comida", "almoço", "jantar",
        "festa", "a festa", "ambiente", "clima", "brindes", "galeria", "galeria de fotos",
        "estatísticas", "números", "os números", "feedback", "pesquisa", "vencedores", "premiação", "ganhadores",
        "próximo evento", "próximos eventos", "próxima edição", "o futuro", "até a próxima", "até logo", "contato",
        "sobre o autor", "sobre mim", "notas", "outros", "outras coisas", "todo o resto", "o resto",
        "veja também", "saiba mais", "mais informações", "pontos positivos",
        "pontos negativos", "extras",
    ]),
    breaks: Phrases::of(&[
        "almoço", "intervalo", "coffee break", "café", "credenciamento", "abertura", "encerramento", "boas vindas",
        "networking", "jantar", "sorteio", "sorteios", "recepção", "introdução", "pausa", "lanche", "almoço livre",
        "happy hour", "confraternização", "premiação", "foto oficial", "foto em grupo", "perguntas", "fim",
    ]),
    recap: Phrases::of(&[
        "resumo", "resumo do", "resumo da", "resumo de", "o que rolou", "o que rolou no", "o que rolou na",
        "como foi", "como foi o", "como foi a", "como foi no", "relato", "relato do", "relato da",
        "retrospectiva", "minha experiência no", "minha experiência na", "impressões", "impressões do",
        "cobertura", "cobertura do", "cobertura da", "anotações", "anotações do", "aconteceu", "aconteceu o",
        "no", "na", "o", "a", "do", "da", "meu", "minha", "nosso", "nossa", "recap", "fui no", "fui ao",
        "fui na", "como foram", "como correu", "balanço", "balanço do", "balanço da", "recapitulação", "rescaldo", "rescaldo do", "de volta do", "o que aprendi no", "o que vimos no", "um dia no", "foi assim", "meu primeiro", "minha primeira",
    ]),
    attended: Phrases::of(&[
        "participei", "participamos", "fui ao", "fui no", "fui na", "fomos", "aconteceu", "foi realizado",
        "foi realizada", "estive", "estivemos", "rolou", "semana passada", "último dia", "tive o prazer",
        "final de semana", "este ano", "nesse ano", "realizamos", "tivemos", "realizou se", "reuniu se", "reunimos", "reunimo nos", "teve lugar", "decorreu", "assisti", "assistimos", "ocorreu", "marquei presença", "voltei", "voltamos", "no passado dia", "passado sábado", "passada", "estivemos presentes", "foi um sucesso", "tive a oportunidade",
    ]),
    coming: Phrases::of(&[
        "acontecerá", "será realizado", "será realizada", "inscreva se", "inscrições abertas", "não perca",
        "esperamos você", "participe", "vai acontecer", "em breve", "garanta seu ingresso", "vagas limitadas",
        "convidamos", "apresentará", "ocorrerá",
    ]),
    elsewhere: Phrases::of(&[
        "notas de versão", "versão", "boletim", "semanal", "relatório mensal", "livros", "leituras",
        "entrevista", "tutorial", "guia", "lançamento", "novidades", "como",
    ]),
    places: Phrases::of(&[
        "realizado em", "realizada em", "aconteceu em", "aconteceu no", "aconteceu na", "em", "no", "na",
    ]),
    cities_in: &[],
    moves: Phrases::of(&["a", "ao", "de", "para"]),
    place_articles: Phrases::of(&["a", "o", "as", "os"]),
    place_joins: Phrases::of(&["de", "do", "da", "dos", "das"]),
    place_labels: Phrases::of(&["local", "lugar", "onde"]),
    venues: Phrases::of(&[
        "universidade", "hotel", "centro", "museu", "teatro", "biblioteca", "auditório", "campus", "escritório",
    ]),
    venue_ends: Phrases::of(&[]),
    not_places: Phrases::of(&["inglês", "geral", "português", "tecnologia"]),
    online: Phrases::of(&[
        "evento online", "de forma online", "totalmente online", "evento virtual", "edição online",
        "edição virtual",
    ]),
    says_online: Phrases::of(&["online", "virtual"]),
    after_places: Phrases::of(&[]),
    held_after: Phrases::of(&[]),
    held_before: Phrases::of(&[]),
    other_times: Phrases::of(&[
        "próximo ano", "ano que vem", "próxima edição", "anos atrás", "ano passado", "moro em", "mora em",
        "nasci em",
    ]),
    title_places: Phrases::of(&["em", "no", "na", "do", "da", "de"]),
    until: Phrases::of(&["a", "e", "ao", "até"]),
    of_days: Phrases::of(&["de", "do"]),
    ordinal_ends: Phrases::of(&["º", "ª"]),
    filing: Phrases::of(&[
        "eventos", "geral", "outros", "opinião", "resenha", "evento", "conferência", "conferências", "palestras",
        "palestra", "notícias", "novidades",
    ]),
    abbreviations: Phrases::of(&["sr", "sra", "dra", "núm", "fig", "cap", "art", "aprox"]),
    no_abbreviations: Phrases::of(&[]),
    link_texts: Phrases::of(&["vídeo"]),
    joints: Phrases::of(&[
        "do", "da", "dos", "das", "um", "uma", "em", "no", "na", "nos", "nas", "com", "os", "as", "ao", "à", "é",
    ]),
    journeys: Phrases::of(&["voo", "avião", "aeroporto", "ônibus"]),
    written_on: Phrases::of(&["publicado", "atualizado"]),
    one_of_days: Phrases::of(&["primeiro dia", "segundo dia", "último dia", "dia"]),
    yesterday: Phrases::of(&["ontem"]),
    today: Phrases::of(&["hoje"]),
    last: Phrases::of(&["passado", "último"]),
    weekdays: [&["segunda"], &["terça"], &["quarta"], &["quinta"], &["sexta"], &["sábado"], &["domingo"]],
    hashtags: Phrases::of(&["hashtag", "twitter"]),
    channels: Phrases::of(&["canal"]),
    parts: Phrases::of(&["dia", "dias", "parte"]),
    ordinals: Phrases::of(&["um", "dois", "três"]),
    rounding: Phrases::of(&[
        "mais de", "quase", "cerca de", "perto de", "aproximadamente", "uns", "umas", "pelo menos", "até", "menos de",
    ]),
    name_joins: Phrases::of(&["de", "do", "da", "dos", "das", "para"]),
    dangling: Phrases::of(&[
        "isso", "isto", "aquilo", "este", "esta", "esse", "essa", "estes", "estas", "esses", "essas", "eles",
        "elas", "mas", "e", "também", "além", "porém", "contudo", "entretanto", "então", "assim", "portanto",
        "por isso", "aqui", "ali", "outro", "outra", "depois", "finalmente", "por fim", "ou", "já", "ambas",
        "ambos", "olá", "oi",
    ]),
    telling: Phrases::of(&["ele", "ela", "a palestra", "o palestrante", "a talk", "sua palestra"]),
    own_view: Phrases::of(&["eu", "meu", "minha", "se", "infelizmente", "nós", "bom"]),
    ranking: Phrases::of(&[
        "primeira", "primeiro", "segunda", "segundo", "terceira", "terceiro", "quarta", "quinta", "edição",
        "anual", "maior", "recorde",
    ]),
    verdict: Phrases::of(&[
        "sucesso", "ótimo", "ótima", "excelente", "incrível", "gostei", "gostamos", "adorei", "melhor",
        "melhores", "interessante", "interessantes", "valeu", "vale a pena", "divertido", "fantástico",
        "sensacional", "experiência", "legal", "bacana", "muito bom", "muito boa", "aproveitei", "no geral",
        "inspirador", "surpreendeu",
    ]),
    lesson: Phrases::of(&[
        "aprendi", "aprendemos", "aprendizado", "lição", "conclusão", "importante", "interessante", "a ideia",
        "chamou atenção", "lembrar", "resumo", "destaque", "mensagem", "o mais", "é preciso",
    ]),
    remarks: Phrases::of(&[
        "nota", "notas", "minhas notas", "resumo", "descrição", "comentário", "comentários", "minha opinião",
        "opinião", "impressão", "o que aprendi", "aprendizado", "ideia principal", "em resumo", "destaque",
        "conclusão", "lição", "lições", "mensagem", "takeaway",
    ]),
    courtesy: Phrases::of(&[
        "obrigado", "obrigada", "agradecer", "agradeço", "agradecimento", "desculpe", "desculpas", "patrocinadores",
        "patrocinador", "organizadores", "parabéns", "desculpem", "desculpa", "atraso", "demora", "delay",
    ]),
    logistics: Phrases::of(&[
        "voo", "avião", "aeroporto", "hotel", "trem", "jantar", "almoço", "café", "cerveja", "comida", "pizza",
        "cansado", "viagem", "festa", "bar", "chegamos", "cheguei", "brindes", "camisetas",
    ]),
    pointing: Phrases::of(&[
        "abaixo", "a seguir", "neste post", "neste artigo", "nesse post", "aqui", "os slides", "vídeos", "fotos",
        "link", "próximo post", "vocês podem", "como falei", "segue", "escrevo", "escrever", "vou contar",
        "vou falar", "venho contar", "este post", "esse post", "este artigo",
    ]),
    past: Phrases::of(&[
        "foi", "foram", "estava", "estive", "estivemos", "fui", "fomos", "houve", "teve", "tive", "tivemos",
        "aconteceu", "era", "eram", "pude", "pudemos", "participei", "rolou", "falou", "mostrou", "apresentou",
    ]),
    connective: Phrases::of(&[
        "no entanto", "entretanto", "porém", "além disso", "também", "infelizmente", "enfim", "finalmente", "por fim",
        "bom", "então", "no geral", "concluindo", "em resumo", "assim", "ou seja", "em primeiro lugar",
        "em segundo lugar",
    ]),
    future: Phrases::of(&["será", "vai", "vão", "irá"]),
    closing: Phrases::of(&[
        "conclusão", "conclusões", "concluindo", "considerações finais", "resumo", "finalizando", "impressões",
        "para finalizar", "fim",
    ]),
    counted: Phrases::of(&[
        "pessoas", "participantes", "desenvolvedores", "palestras", "palestrantes", "países", "dias",
        "empresas", "gente", "oficinas", "minicursos",
    ]),
    biography: Phrases::of(&[
        "é um", "é uma", "trabalha na", "trabalha no", "trabalha como", "é o", "é a",
    ]),
    joint: Phrases::of(&[
        "outra", "outro", "outras", "outros", "também", "além", "depois", "em seguida", "ambas", "ambos", "último", "última", "segunda", "segundo", "dois", "duas", "três", "cada",
    ]),
    many: Phrases::of(&["palestras", "palestrantes", "sessões", "apresentações", "talks", "oficinas", "keynotes"]),
    advice: Phrases::of(&["deve", "devem", "deveria", "pode", "podem", "precisa", "precisamos", "se", "quer", "tem que"]),
    states: Phrases::of(&["é", "são", "está", "estão"]),
    tells: Phrases::of(&["sobre", "como", "por que", "porque"]),
    aside: Phrases::of(&["só", "somente", "apenas", "até", "também"]),
    invite: Phrases::of(&[
        "nos vemos", "participe", "inscreva se", "entre em contato", "siga", "esperamos", "até a próxima",
        "até o próximo", "conte", "venha", "não perca", "junte se", "acompanhe", "confira", "fique ligado",
        "aguardem", "mande", "deixe",
    ]),
    video: Phrases::of(&["vídeo", "video", "vídeos", "gravação", "youtube", "assista", "assistir"]),
    slides: Phrases::of(&["slides", "apresentação", "slide"]),
    credit: Phrases::of(&["foto de", "foto por", "fotos de", "fotos por", "imagem de", "crédito", "créditos"]),
    events: Phrases::of(&[
        "conferência", "encontro", "evento", "meetup", "congresso", "fórum", "semana", "jornada", "workshop",
        "simpósio", "festival", "campus",
    ]),
};

const MONTHS: [&str; 12] = [
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
];

/// Portuguese wording.
pub(super) static WORDING: Wording = Wording {
    code: "pt",
    recap: "{}: como foi",
    with: "Com {}.",
    mine: "Minha palestra",
    also: "Também no resumo: {}",
    read: "O resumo completo: {}",
    news: News {
        event: "{}: ",
        first: Announced {
            recording: "{}já há uma gravação online",
            recordings: "{}as gravações já estão online",
            slides: "{}os slides já estão online",
            both: "{}as gravações e os slides já estão online",
        },
        further: Announced {
            recording: "{}já há mais uma gravação online",
            recordings: "{}já há mais gravações online",
            slides: "{}já há mais slides online",
            both: "{}já há mais gravações e slides online",
        },
        end: ".",
    },
    colon: ": ",
    quotes: ("“", "”"),
    inner_quotes: ("‘", "’"),
    comma: ", ",
    and: |_| " e ",
    more: |count| format!(" e mais {count}"),
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| day_month_year((start, end), year, &MONTHS, ("", " de ", " de ")),
};
