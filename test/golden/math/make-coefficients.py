import mpmath as mp
mp.mp.dps=50
def cheb_poly(f,n):
    # interpolate at Chebyshev nodes, convert to monomials in t on [-1,1]
    N=n+1
    ts=[mp.cos(mp.pi*(k+mp.mpf(1)/2)/N) for k in range(N)]
    fs=[f(t) for t in ts]
    c=[2/mp.mpf(N)*mp.fsum(fs[k]*mp.cos(j*mp.pi*(k+mp.mpf(1)/2)/N) for k in range(N)) for j in range(N)]
    c[0]/=2
    # to monomials
    T=[[mp.mpf(1)],[mp.mpf(0),mp.mpf(1)]]
    for j in range(2,N):
        a=[mp.mpf(0)]+[2*v for v in T[-1]]
        for i,v in enumerate(T[-2]): a[i]-=v
        T.append(a)
    out=[mp.mpf(0)]*N
    for j in range(N):
        for i,v in enumerate(T[j]): out[i]+=c[j]*v
    return out
def show(name,p):
    print(name,len(p))
    for v in p: print("  "+repr(float(v))+",")
def R(t):
    x=(t+3)/2
    return mp.loggamma(x)/((x-1)*(x-2))
def check(p,R):
    m=0
    for i in range(400):
        t=mp.mpf(-1)+mp.mpf(2)*i/399+mp.mpf('1e-7')
        m=max(m,abs(mp.polyval(p[::-1],t)/R(t)-1))
    return m
for n in (18,19,20,21):
    p=cheb_poly(R,n); print(n,mp.nstr(check(p,R),5))
show("lg",cheb_poly(R,20))
x0=mp.findroot(mp.digamma,mp.mpf('1.46'))
def D(t):
    x=(t+3)/2
    return mp.digamma(x)/(x-x0)
for n in (18,19,20,21,22): print(n,mp.nstr(check(cheb_poly(D,n),D),5))
show("dg",cheb_poly(D,21))
hi=mp.mpf(float(x0)); print(repr(float(hi)),repr(float(x0-hi)))
print([mp.nstr(mp.bernoulli(2*k)/(2*k*(2*k-1)),18) for k in range(1,10)])
print([mp.nstr(mp.bernoulli(2*k)/(2*k),18) for k in range(1,10)])
print([mp.nstr(mp.bernoulli(2*k),18) for k in range(1,12)])
