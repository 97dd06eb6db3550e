namespace Baton.Text;

/// <summary>What a language looks like: its commonest words with accents cut, as the tokenizer gives them, and pieces of words, as they are written, that few others have.</summary>
internal sealed record LanguageProfile(string Code, string Words, string Pieces);

/// <summary>The languages in Latin script that are told apart. To add one, add a line: some eighty words that every text has, and letters or endings that are its own.</summary>
internal static class LanguageProfiles
{
    public static readonly IReadOnlyList<LanguageProfile> All =
    [
        new("en", """
            the and is are was were be been to of in for on with you your yours i my we our us it its this that these those have has had not no can could would should will
            please hi hello help how what when where who why which do does did an a at from by but they there their thanks thank need want me if or as get got will just any
            am i'm don't can't it's i've won't doesn't didn't isn't i'd we're after before since until while than then so all out up off about into over again still only also
            some more most other very too now new old time day days week month year account password email mail order invoice payment charged charge card refund refunded
            cancel subscription plan billing bill reset login log sign delivery deliver delivered shipping package arrived missing wrong error errors issue bug crash
            crashes crashed broken fail fails failed failing failure work works working worked not down slow page phone update updated upgrade download upload
            install file files data report reports user users team customer support service company product feature request add change delete remove create
            open close send sent received receive waiting wait nobody never always every everything something anything nothing good great love nice bad worst best easy hard
            money price cost free trial access permission settings button screen click shows show see find use used using make made give take let keep try tried tell told
            know think like really first last two three twice back through between connection timeout security blocked locked unable yesterday today
            """, "wh ough th sh ing ould igh ew aw ow ee oo ll ss ou ie ck tt ng ei ea ok ot et ost"),
        new("de", """
            der die das und ist sind war waren ich wir sie ihr ihre ihrem ihren mein meine meinen meinem unser unsere unseren uns mir mich nicht kein keine keinen mit von vom zu
            zum zur auf aus bei beim fur den dem des ein eine einen einem einer im in wie was wann warum wo wer welche haben habe hat hatte wird werden wurde kann konnen konnten
            bitte danke hallo guten tag aber oder wenn auch noch nur schon seit uber unter nach vor es an als sehr ihnen dass mehr jetzt wieder immer alle alles
            bestellung rechnung konto passwort hilfe vielen dank grusse geehrte damen herren muss mochte gibt geht kommt
            """, "ß ä ö ü sch cht ung keit ich tz pf eit"),
        new("fr", """
            le la les un une des et est sont je nous vous il elle on mon ma mes notre nos votre vos ne pas plus que qui quoi dans pour par avec sans sur sous au aux du de ce
            cette ces se sa son ses leur y en bonjour merci s'il plait comment pourquoi quand ou j'ai c'est n'est n'ai n'arrive suis avez avons peut peux pouvez mais tres bien
            depuis ete fait faire commande compte facture mot passe aide d'un d'une l'application a-t-il toujours jamais rien tout tous toutes cela meme deux fois encore
            """, "ê è ç œ û î ë ù eau oux eux ais ait tion é qu d' l' n' j'"),
        new("es", """
            el la los las un una unos unas y es son yo nosotros mi mis su sus no que en para con por de del al este esta estos hola gracias favor como cuando donde porque he ha
            han hay tengo tiene puedo pueden quiero pero mas muy bien desde ya me se lo les nos le cuenta pedido factura contrasena ayuda usted ustedes necesito buenos dias sin
            ser fue esta estoy hemos todo todos nada nadie otra otro cada sobre entre hasta tambien solo ningun ninguna vez veces quien a nuestro nuestra nuestros nuestras algun alguna
            """, "ñ ¿ ¡ ción ó á í ú ll rr ie ado ente"),
        new("it", """
            il lo la i gli le un uno una e ed sono io noi mio mia mie miei nostro nostra non che in per con su di del della dello dei delle degli al alla allo ai questo questa
            questi ciao grazie favore come quando dove perche ho ha hai hanno posso potete puo vorrei ma piu molto bene da dal dalla mi ci si vi ordine conto fattura aiuto
            buongiorno buonasera sul sulla nel nella nei anche ancora dopo tutto tutti nessuno solo ogni volta stato stata chi cosa essere avete abbiamo c'e
            """, "ì ò à è zione gli gn cch ggi zz tto cci ità sci"),
        new("pt", """
            o a os as um uma uns e sao eu nos voce voces meu minha meus minhas nosso nossa nao que em para com por pelo pela de do da dos das no na nos nas este esta isso isto ola
            obrigado obrigada como quando onde porque quem tenho tem posso podem quero mas mais muito bem desde ja me se lhe pedido conta fatura senha ajuda preciso bom dia foi
            estou esta estao ao aos ate todo todos nada ninguem outro outra cada sobre entre tambem so nenhum vez vezes ser fazer ha algum alguma alguns algumas
            """, "ã õ ção ções lh nh ç ê á ó â ou ei ss"),
        new("nl", """
            de het een en is zijn was ik wij we u je jij mijn ons onze uw niet geen met van te op voor in bij hoe wat wanneer waarom waar wie heb heeft hebben had kan kunnen kunt
            graag dank bedankt hallo maar of als ook nog sinds naar worden wordt werd er aan mij me jullie bestelling rekening wachtwoord factuur hulp goedemorgen dit dat deze
            die zou geachte om al meer weer nu na uit over door tot moet moeten wil twee keer alleen niemand alles
            """, "ij oe aa ee oo uu sch ui eeu ieu ijk cht"),
        new("pl", """
            nie sie jest sa na do to ze z za w i od o po moj moja moje mojego mojej moich nasz nasza nasze naszej naszego prosze dziekuje dzien dobry witam jak gdzie kiedy dlaczego
            czy kto co juz jeszcze mam ma mamy moge mozna mozecie byc byl byla bylo byly ale oraz lub albo dla przez przed przy pod bez tylko wszystko wszystkie bardzo teraz
            znowu mi mnie nam nas panstwo ten ta te tego tej tym gdy jesli konto haslo zamowienie faktura nikt kazdy dwa trzy razy
            """, "ł ą ę ś ź ż ć ń ó rz cz sz dz ie ów wy prz nie"),
        new("sv", """
            jag vi ni du han hon den det de att och ar inte en ett pa i till for med av om har hade kan kunde ska skulle vill maste min mitt mina var vart vara er ert era som nar
            hur varfor vem vad fran efter sedan utan eller men ocksa mycket nu igen fatt far blivit blir bli blev tack hej vanligen snalla alla allt inga ingen inget nagon nagot
            bestallning faktura konto losenord hjalp dag fel ut upp in ta bort bara finns detta denna dessa har mig oss er sa varje gang
            """, "å ä ö ck sj tj ll ör än ået ng ska"),
        new("da", """
            jeg vi i du han hun den det de at og er ikke en et pa til for med af om har havde kan kunne skal skulle vil gerne ma min mit mine vores jeres som nar hvor hvordan
            hvorfor hvem hvad fra efter siden uden eller men ogsa meget nu igen faet far blevet bliver blev tak hej venligst alle alt ingen intet noget nogen bestilling faktura
            konto adgangskode hjaelp dag fejl ud op ind der denne dette disse mig os jer kun findes ved vaere dog sa hver gang ned
            """, "æ ø å hv ej øj kke lse ede ørg gerne af"),
        new("no", """
            jeg vi dere du han hun den det de at og er ikke en et ei pa til for med av om har hadde kan kunne skal skulle vil ma min mitt mine vare vart var deres som nar hvor
            hvordan hvorfor hvem hva fra etter siden uten eller men ogsa veldig mye na igjen fatt far blitt blir ble takk hei vennligst alle alt ingen ikke noe noen bestilling
            bestillingen faktura konto kontoen passord hjelp dag feil ut opp inn denne dette disse meg oss bare finnes ved vaere si sa hver gang ned lenger denne
            """, "æ ø å hv ei øy kke kj skj lse av"),
        new("fi", """
            en on ei ole ja se han mina me te he minun minulle minulla minulta meidan meilta teidan etta mutta tai kun jos niin kuin mita miten missa miksi kuka milloin voi voitte
            voisitteko voinko haluan haluaisin olen olemme olette ovat oli olisi nyt taas viela jo vain myos kaikki mitaan kukaan ennen jalkeen alkaen lahtien kanssa ilman
            kiitos hei terve paivaa tilaus tilaukseni lasku tili tilini tililleni salasana salasanan apua ette eika tama taman tata nama joten sitten pitaa enaa
            """, "ää yy aa ii uu oo ssa ssä lla llä sta stä ksi tta ttä nen äk kk tt uo yö äi ö"),
        new("cs", """
            je se na v ve s z ze do od po za pro pri o a i ale nebo ze by bych byl byla bylo byt jsem jsme jste jsou ma mam mame muj moje meho mem memu mi mne nam nas nase naseho
            nasi vas vase co kdo kde kdy jak proc prosim dekuji dobry den ktery ktera ktere uz jeste jen take take velmi ted zase znovu nic nikdo vsechno vsechna vsechny tri dva
            muzete muzu nemohu nemuzu nefunguje funguje ucet heslo objednavka faktura tento tato toto teto kdyz pokud ke ku pred
            """, "ř ě ů č š ž ý í á ní ou ch ost ské pří"),
        new("tr", """
            ve bir bu ben biz siz sen o da de mi mı mu mu icin ile ama veya ya ki ne nasıl nerede neden niye kim hangi var yok degil cok daha artık simdi yine tekrar sonra once
            beri kadar gibi her hic kimse sadece tum butun lutfen merhaba tesekkur tesekkurler ederim selam istiyorum hesabım hesabıma hesabımı siparis siparisim fatura sifre
            sifremi yardım olarak oldu olan olur etmek iki uc gun gunu ay
            """, "ş ğ ı ç ü ö yor lar ler ım im üm dır dir mek mak ama eme acak ecek ıyor"),
        new("ro", """
            si nu este sunt e eu noi voi am ai a are avem aveti au ma mi mie imi va vi ne ni se sa la in pe de din pentru cu fara dar sau ca ce cine cum cand unde care un o unei
            unui al ale lui meu mea mei mele nostru noastra contul comanda factura parola ajutor buna ziua salut multumesc rog vreau pot poate puteti mai foarte acum din nou
            dupa inca doar toate tot toti nimeni nimic acest aceasta aceste fost trebuie exista prin de ori
            """, "ă ș ț ş ţ î â ul ului elor ile ea ție iei"),
        new("hu", """
            a az es nem van hogy egy ez azt ezt is de mar meg csak ki ha vagy mint mert kell lehet volt lesz voltam vagyok nekem nekunk engem minket mi en on onok nincs miert
            hogyan hol mikor mit koszonom koszonjuk kerem szeretnem tudok tudom tudnak jo napot udvozlom kedves minden mindent senki semmi most megint ota utan elott el fel be le
            fiokom fiokomba szamla jelszo rendelesem segitseg ennek annak ezert tobb nagyon ma harom ket ketszer
            """, "ő ű sz gy ny zs cs á é í ö ü ok ek ot et nak nek ban ben ból ről ság ség tt"),
    ];
}
