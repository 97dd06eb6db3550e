namespace Baton.Tests.Text;

internal static partial class LanguageSentences
{
    private static readonly (string Language, string Sentences)[] Further =
    [
        ("pl", """
            Od rana nie mogę się zalogować na swoje konto.
            Gdzie jest moje zamówienie? Miało być w poniedziałek.
            Proszę o anulowanie mojej subskrypcji z końcem miesiąca.
            Ta sama faktura została pobrana dwa razy.
            Aplikacja zamyka się za każdym razem, gdy otwieram projekt.
            Jak mogę zaprosić koleżankę do naszej przestrzeni?
            Dziękuję za szybką odpowiedź, wszystko znowu działa!
            Nie dostałem wiadomości ze zmianą hasła.
            Czy możecie wysłać mi rachunek za marzec?
            Czekam już trzy dni i nikt mi nie odpisał.
            Od ostatniej aktualizacji eksport nie działa.
            Czy jest zniżka dla szkół?
            Proszę usunąć moje konto i wszystkie dane.
            Kto zmienił uprawnienia do tego folderu?
            Płatność została odrzucona, ale mój bank nie widzi problemu.
            Przeprowadziliśmy się i trzeba zmienić adres dostawy.
            Drukarka drukuje tylko puste kartki.
            Naliczono mi złą kwotę.
            Paczka przyszła uszkodzona.
            Dlaczego nie dostaję już powiadomień?
            """),
        ("sv", """
            Jag kan inte logga in på mitt konto sedan i morse.
            Var är min beställning? Den skulle ha kommit i måndags.
            Jag vill säga upp min prenumeration i slutet av månaden.
            Vi har blivit debiterade två gånger för samma faktura.
            Appen kraschar varje gång jag öppnar ett projekt.
            Hur bjuder jag in en kollega till vår arbetsyta?
            Tack för det snabba svaret, nu fungerar det igen!
            Jag har inte fått mejlet för att byta lösenord.
            Kan ni skicka kvittot för mars till mig?
            Jag har väntat i tre dagar och ingen har svarat.
            Sedan den senaste uppdateringen fungerar inte exporten.
            Finns det någon rabatt för skolor?
            Ta bort mitt konto och alla mina uppgifter, tack.
            Vem har ändrat behörigheterna för den här mappen?
            Betalningen nekades, men min bank ser inget problem.
            Vi har flyttat och leveransadressen måste ändras.
            Skrivaren skriver bara ut tomma sidor.
            Jag har fått betala fel belopp.
            Paketet kom fram skadat.
            Varför får jag inga aviseringar längre?
            """),
        ("da", """
            Jeg kan ikke logge ind på min konto siden i morges.
            Hvor er min bestilling? Den skulle være kommet i mandags.
            Jeg vil gerne opsige mit abonnement ved udgangen af måneden.
            Vi er blevet opkrævet to gange for den samme faktura.
            Appen går ned, hver gang jeg åbner et projekt.
            Hvordan inviterer jeg en kollega til vores arbejdsområde?
            Tak for det hurtige svar, nu virker det igen!
            Jeg har ikke modtaget mailen til at ændre min adgangskode.
            Kan I sende mig kvitteringen for marts?
            Jeg har ventet i tre dage, og ingen har svaret.
            Efter den seneste opdatering virker eksporten ikke.
            Findes der en rabat til skoler?
            Slet venligst min konto og alle mine oplysninger.
            Hvem har ændret rettighederne til denne mappe?
            Betalingen blev afvist, men min bank kan ikke se noget problem.
            Vi er flyttet, så leveringsadressen skal ændres.
            Printeren udskriver kun tomme sider.
            I har trukket et forkert beløb.
            Pakken kom frem i stykker, og jeg er meget utilfreds.
            Hvorfor får jeg ikke længere nogen beskeder?
            """),
        ("no", """
            Jeg får ikke logget inn på kontoen min siden i dag tidlig.
            Hvor er bestillingen min? Den skulle ha kommet på mandag.
            Jeg ønsker å si opp abonnementet mitt ved slutten av måneden.
            Vi har blitt belastet to ganger for samme faktura.
            Appen krasjer hver gang jeg åpner et prosjekt.
            Hvordan inviterer jeg en kollega til arbeidsområdet vårt?
            Takk for raskt svar, nå fungerer det igjen!
            Jeg har ikke fått e-posten for å bytte passord.
            Kan dere sende meg kvitteringen for mars?
            Jeg har ventet i tre dager, og ingen har svart.
            Etter den siste oppdateringen fungerer ikke eksporten.
            Finnes det noen rabatt for skoler?
            Vennligst slett kontoen min og alle opplysningene mine.
            Hvem har endret tilgangen til denne mappen?
            Betalingen ble avvist, men banken min ser ikke noe problem.
            Vi har flyttet, så leveringsadressen må endres.
            Skriveren skriver bare ut tomme ark.
            Dere har trukket feil beløp fra kortet mitt.
            Pakken kom fram ødelagt, og jeg er veldig misfornøyd.
            Hvorfor får jeg ikke varsler lenger?
            """),
        ("fi", """
            En pääse kirjautumaan tililleni tästä aamusta lähtien.
            Missä tilaukseni on? Sen piti tulla maanantaina.
            Haluan lopettaa tilaukseni kuukauden lopussa.
            Meiltä on veloitettu sama lasku kahdesti.
            Sovellus kaatuu joka kerta, kun avaan projektin.
            Miten kutsun kollegan työtilaamme?
            Kiitos nopeasta vastauksesta, nyt se toimii taas!
            En ole saanut viestiä salasanan vaihtamista varten.
            Voitteko lähettää minulle maaliskuun kuitin?
            Olen odottanut kolme päivää, eikä kukaan ole vastannut.
            Viimeisen päivityksen jälkeen vienti ei toimi.
            Onko kouluille alennusta?
            Poistakaa tilini ja kaikki tietoni, kiitos.
            Kuka on muuttanut tämän kansion oikeuksia?
            Maksu hylättiin, mutta pankkini ei näe mitään ongelmaa.
            Olemme muuttaneet, joten toimitusosoite pitää vaihtaa.
            Tulostin tulostaa vain tyhjiä sivuja.
            Minulta on laskutettu väärä summa.
            Paketti saapui rikkinäisenä.
            Miksi en saa enää ilmoituksia?
            """),
        ("cs", """
            Od rána se nemohu přihlásit ke svému účtu.
            Kde je moje objednávka? Měla přijít v pondělí.
            Chtěl bych zrušit předplatné ke konci měsíce.
            Stejná faktura nám byla stržena dvakrát.
            Aplikace spadne pokaždé, když otevřu projekt.
            Jak pozvu kolegyni do našeho pracovního prostoru?
            Děkuji za rychlou odpověď, už to zase funguje!
            Nepřišel mi e-mail pro změnu hesla.
            Můžete mi poslat účtenku za březen?
            Čekám už tři dny a nikdo mi neodpověděl.
            Od poslední aktualizace nefunguje export.
            Máte nějakou slevu pro školy?
            Smažte prosím můj účet a všechna data.
            Kdo změnil oprávnění k této složce?
            Platba byla zamítnuta, ale moje banka nevidí žádný problém.
            Přestěhovali jsme se a je třeba změnit adresu doručení.
            Tiskárna tiskne jen prázdné stránky.
            Byla mi naúčtována špatná částka.
            Balík přišel poškozený.
            Proč už nedostávám upozornění?
            """),
        ("tr", """
            Bu sabahtan beri hesabıma giriş yapamıyorum.
            Siparişim nerede? Pazartesi günü gelmesi gerekiyordu.
            Aboneliğimi ay sonunda iptal etmek istiyorum.
            Aynı fatura için bizden iki kez ücret alındı.
            Ne zaman bir proje açsam uygulama çöküyor.
            Bir iş arkadaşımı çalışma alanımıza nasıl davet ederim?
            Hızlı cevabınız için teşekkürler, şimdi yine çalışıyor!
            Şifre değiştirme e-postası bana ulaşmadı.
            Mart ayının makbuzunu bana gönderebilir misiniz?
            Üç gündür bekliyorum ve kimse cevap vermedi.
            Son güncellemeden sonra dışa aktarma çalışmıyor.
            Okullar için indirim var mı?
            Lütfen hesabımı ve bütün verilerimi silin.
            Bu klasörün izinlerini kim değiştirdi?
            Ödeme reddedildi ama bankam bir sorun görmüyor.
            Taşındık, teslimat adresinin değişmesi gerekiyor.
            Yazıcı sadece boş sayfa basıyor.
            Benden yanlış tutar çekilmiş.
            Paket hasarlı geldi, çok üzgünüm.
            Neden artık bildirim almıyorum?
            """),
        ("ro", """
            Nu mă mai pot conecta la contul meu de azi dimineață.
            Unde este comanda mea? Trebuia să ajungă luni.
            Vreau să anulez abonamentul la sfârșitul lunii.
            Ni s-a luat de două ori plata pentru aceeași factură.
            Aplicația se închide de fiecare dată când deschid un proiect.
            Cum invit o colegă în spațiul nostru de lucru?
            Mulțumesc pentru răspunsul rapid, acum merge din nou!
            Nu am primit mesajul pentru schimbarea parolei.
            Îmi puteți trimite chitanța pentru martie?
            Aștept de trei zile și nimeni nu mi-a răspuns.
            De la ultima actualizare exportul nu mai funcționează.
            Există vreo reducere pentru școli?
            Vă rog să ștergeți contul meu și toate datele.
            Cine a schimbat drepturile pentru acest dosar?
            Plata a fost respinsă, dar banca mea nu vede nicio problemă.
            Ne-am mutat și trebuie schimbată adresa de livrare.
            Imprimanta scoate doar pagini goale.
            Mi-ați facturat o sumă greșită.
            Coletul a ajuns deteriorat la noi.
            De ce nu mai primesc notificări?
            """),
        ("hu", """
            Reggel óta nem tudok bejelentkezni a fiókomba.
            Hol van a rendelésem? Hétfőn kellett volna megérkeznie.
            Szeretném lemondani az előfizetésemet a hónap végén.
            Ugyanazt a számlát kétszer vonták le tőlünk.
            Az alkalmazás összeomlik, amikor megnyitok egy projektet.
            Hogyan hívhatok meg egy kollégát a munkaterületünkre?
            Köszönöm a gyors választ, most már megint működik!
            Nem kaptam meg a jelszó módosításához szükséges levelet.
            El tudnák küldeni nekem a márciusi nyugtát?
            Három napja várok, és senki sem válaszolt.
            A legutóbbi frissítés óta nem működik az exportálás.
            Van valamilyen kedvezmény iskoláknak?
            Kérem, töröljék a fiókomat és minden adatomat.
            Ki változtatta meg ennek a mappának a jogait?
            A fizetést elutasították, de a bankom nem lát semmi gondot.
            Elköltöztünk, ezért a szállítási címet meg kell változtatni.
            A nyomtató csak üres lapokat nyomtat.
            Rossz összeget számláztak nekem.
            A csomag sérülten érkezett meg hozzánk.
            Miért nem kapok már értesítéseket?
            """),
        ("ar", """
            لا أستطيع تسجيل الدخول إلى حسابي منذ صباح اليوم
            أين طلبي؟ كان يجب أن يصل يوم الاثنين
            أريد إلغاء اشتراكي
            """),
        ("he", """
            אני לא מצליח להתחבר לחשבון שלי מהבוקר
            איפה ההזמנה שלי?
            """),
        ("ru", """
            Здравствуйте, не могу войти
            Где мой заказ? Он должен был прийти в понедельник.
            С карты дважды списали деньги за один и тот же счёт.
            """),
        ("uk", """
            Не можу увійти до свого облікового запису.
            Де моє замовлення? Воно мало прийти в понеділок.
            """),
        ("zh", """
            我从今天早上开始无法登录我的账户
            我的订单在哪里？
            """),
        ("ja", """
            今朝からアカウントにログインできません。
            注文した商品はどこですか？
            """),
        ("ko", """
            오늘 아침부터 로그인이 안 됩니다.
            주문한 상품은 어디에 있나요?
            """),
        ("hi", """
            मैं आज सुबह से अपने खाते में लॉग इन नहीं कर पा रहा हूँ
            मेरा ऑर्डर कहाँ है?
            """),
        ("th", """
            ฉันเข้าสู่ระบบไม่ได้ตั้งแต่เช้านี้
            คำสั่งซื้อของฉันอยู่ที่ไหน
            """),
        ("el", """
            Δεν μπορώ να συνδεθεί στον λογαριασμό μου από το πρωί.
            Πού είναι η παραγγελία μου;
            """),
        ("und", """
            ບໍ່ສາມາດເຂົ້າສູ່ລະບົບໄດ້
            Get ekki skráð mig inn síðan snemma kvöldið áður vegna lykilorðs
            Siwezi kuingia kwenye akaunti yangu tangu asubuhi hii nisaidieni tafadhali
            """),
    ];
}
